using System.IO;
using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Index.Inverting;

namespace ScoSearch.Lucene.Index;

/// <content>Closing, rolling back, and what happens after a failure.</content>
public sealed partial class IndexWriter
{
    // 0 open, 1 closed. Written once.
    private int _closed;

    // What made the writer close itself; the first one counts.
    private Exception? _failure;
    private int _cleanedUp;

    /// <summary>Gives up everything since the last commit, a prepared one included, and closes the writer.</summary>
    public void Rollback()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            CleanUp();
        }
    }

    /// <summary>Drops all documents, those in memory included. Takes effect with the next commit, like every
    /// change.</summary>
    /// <remarks>Fields may get other types afterwards.</remarks>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public void DeleteAll()
    {
        try
        {
            lock (_flushLock)
            {
                _gate.EnterWriteLock();
                try
                {
                    EnsureOpen();
                    DropBuffers();
                    lock (_state)
                    {
                        AbandonQueuedMergesLocked();
                        _segments.Clear();
                        _fieldNumbers.Clear();
                        Interlocked.Exchange(ref _documentCount, 0);
                        MarkChangedLocked();
                        SetCurrentFilesLocked();
                    }
                }
                finally
                {
                    _gate.ExitWriteLock();
                }
            }
        }
        catch
        {
            CloseIfFailed();
            throw;
        }
    }

    /// <summary>Waits for merges, commits unless told otherwise by the configuration, and gives the index free for
    /// other writers.</summary>
    /// <exception cref="IOException">Writing failed: what was not committed is lost. The lock is released.</exception>
    public void Dispose()
    {
        if (!IsOpen)
        {
            return;
        }

        MergeException? mergeFailure = null;
        try
        {
            if (_config.CommitOnClose)
            {
                FlushAll();
                MaybeMerge();
                try
                {
                    WaitForMerges();
                }
                catch (MergeException e)
                {
                    // Nothing is lost by it, so the commit comes first.
                    mergeFailure = e;
                }

                lock (_commitLock)
                {
                    // A commit prepared earlier goes first; what came after it follows.
                    FinishLocked();
                    PrepareLocked();
                    FinishLocked();
                }
            }
        }
        finally
        {
            Rollback();
            CloseIfFailed();
        }

        if (mergeFailure is not null)
        {
            throw mergeFailure;
        }
    }

    private void EnsureOpen()
    {
        if (IsOpen)
        {
            return;
        }

        throw Volatile.Read(ref _failure) is Exception failure
            ? new ObjectDisposedException($"The index writer closed itself after a failure: {failure.Message}", failure)
            : new ObjectDisposedException(nameof(IndexWriter));
    }

    /// <summary>Records a failure that the writer cannot survive; the clean-up follows when this thread holds no lock
    /// any more.</summary>
    private void Fail(Exception e)
    {
        if (e is ObjectDisposedException && !IsOpen)
        {
            return;
        }

        Interlocked.CompareExchange(ref _failure, e, null);
        Interlocked.Exchange(ref _closed, 1);
    }

    private void CloseIfFailed()
    {
        if (Volatile.Read(ref _failure) is not null)
        {
            CleanUp();
        }
    }

    /// <summary>Leaves the directory as of the last commit and releases the lock. Called by a thread that holds none of
    /// the writer's locks.</summary>
    private void CleanUp()
    {
        if (Interlocked.Exchange(ref _cleanedUp, 1) != 0)
        {
            return;
        }

        try
        {
            StopMerges();
            lock (_commitLock)
            {
                lock (_flushLock)
                {
                    _gate.EnterWriteLock();
                    try
                    {
                        DropBuffers();
                        DropUncommitted();
                    }
                    finally
                    {
                        _gate.ExitWriteLock();
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is left over belongs to no commit; the next writer removes it.
            Interlocked.CompareExchange(ref _failure, e, null);
        }
        finally
        {
            _writeLock.Dispose();
        }
    }

    private void StopMerges()
    {
        _stopMerges.Cancel();
        lock (_state)
        {
            AbandonQueuedMergesLocked();
            Monitor.PulseAll(_state);
            while (_runningMerges > 0)
            {
                Monitor.Wait(_state);
            }
        }
    }

    private void AbandonQueuedMergesLocked()
    {
        while (_queuedMerges.TryDequeue(out Merging.MergeTask? task))
        {
            foreach (Writing.SegmentState source in task.Sources)
            {
                source.IsMerging = false;
            }
        }

        Monitor.PulseAll(_state);
    }

    private void DropBuffers()
    {
        foreach (SegmentBuilder builder in _documents.TakeAll())
        {
            builder.Dispose();
        }

        _deletes.Freeze();
        Volatile.Write(ref _flushedSequence, _deletes.LastSequence);
    }

    private void DropUncommitted()
    {
        if (_pendingCommit is Writing.PendingCommit pending)
        {
            SegmentInfosFormat.Rollback(_directory, pending.Generation);
            _pendingCommit = null;
            lock (_state)
            {
                _deleter.Release(pending.Files);
            }
        }

        lock (_state)
        {
            _segments.Clear();
            _deleter.SetCurrent([]);
            _deleter.DeleteUnreferenced();
        }
    }
}
