using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Index.Writing;

namespace ScoSearch.Lucene.Index;

/// <content>Commits and readers.</content>
public sealed partial class IndexWriter
{
    // Guarded by _commitLock: a commit between its two phases, and the files flushed to disk so far.
    private PendingCommit? _pendingCommit;
    private HashSet<string> _syncedFiles = new(StringComparer.Ordinal);

    /// <summary>What the next commit will carry for the user; that of the last commit until set.</summary>
    public IReadOnlyDictionary<string, string> CommitUserData
    {
        get
        {
            lock (_state)
            {
                return _userData;
            }
        }
    }

    /// <summary>Sets what the next commit will carry. That alone is a change worth a commit.</summary>
    /// <param name="data">Copied.</param>
    public void SetCommitUserData(IReadOnlyDictionary<string, string> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        EnsureOpen();
        lock (_state)
        {
            _userData = new Dictionary<string, string>(data);
            MarkChangedLocked();
        }
    }

    /// <summary>Makes everything added and deleted so far durable and visible to new readers, at once.</summary>
    /// <returns>True when there was something to commit.</returns>
    /// <exception cref="System.IO.IOException">Writing failed: the commit did not happen and the writer is
    /// closed.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public bool Commit()
    {
        bool committed;
        ReportMergeFailure();
        try
        {
            lock (_commitLock)
            {
                if (_pendingCommit is null)
                {
                    PrepareLocked();
                }

                committed = FinishLocked();
            }

            MaybeMerge();
        }
        catch
        {
            CloseIfFailed();
            throw;
        }

        RunQueuedMerges();
        return committed;
    }

    /// <summary>First phase of a commit: writes and flushes everything, so that <see cref="Commit"/> has only a file to
    /// rename.</summary>
    /// <remarks>Changes made between the two calls are not part of the commit.</remarks>
    /// <exception cref="InvalidOperationException">A prepared commit waits already.</exception>
    /// <inheritdoc cref="Commit"/>
    public void PrepareCommit()
    {
        ReportMergeFailure();
        try
        {
            lock (_commitLock)
            {
                if (_pendingCommit is not null)
                {
                    throw new InvalidOperationException("A commit is prepared already; commit or roll back first.");
                }

                PrepareLocked();
            }
        }
        catch
        {
            CloseIfFailed();
            throw;
        }
    }

    /// <summary>A snapshot of everything added and deleted so far, committed or not. Flushes what is in
    /// memory.</summary>
    /// <exception cref="System.IO.IOException">Writing failed; the writer is closed.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public DirectoryReader GetReader()
    {
        DirectoryReader reader;
        try
        {
            ReportMergeFailure();
            FlushAll();
            lock (_state)
            {
                EnsureOpen();
                List<SegmentReader> segments = _segments.ConvertAll(segment => segment.GetReader());
                reader = DirectoryReader.Create(_directory, SnapshotLocked(), segments, this, _changes);
            }

            MaybeMerge();
        }
        catch
        {
            CloseIfFailed();
            throw;
        }

        RunQueuedMerges();
        return reader;
    }

    /// <summary>True when nothing happened since a reader of this writer was opened.</summary>
    internal bool IsUnchangedSince(DirectoryReader reader)
    {
        lock (_state)
        {
            return reader.WriterChanges == _changes && _deletes.LastSequence == Volatile.Read(ref _flushedSequence);
        }
    }

    private void PrepareLocked()
    {
        EnsureOpen();
        FlushAll();
        PendingCommit pending;
        try
        {
            lock (_state)
            {
                if (_changes == _committedChanges)
                {
                    return;
                }

                foreach (SegmentState segment in _segments)
                {
                    segment.WriteLiveDocs(_directory);
                }

                SetCurrentFilesLocked();
                SegmentInfos infos = SnapshotLocked();
                pending = new PendingCommit(infos, ++_generation, infos.GetFiles(includeCommit: false), _changes);
                _deleter.AddReferences(pending.Files);
            }

            SegmentInfosFormat.WritePending(_directory, pending.Infos, pending.Generation);
            _pendingCommit = pending;
            _directory.Sync([.. pending.Files.Where(file => !_syncedFiles.Contains(file))]);
        }
        catch (Exception e)
        {
            Fail(e);
            throw;
        }
    }

    private bool FinishLocked()
    {
        if (_pendingCommit is not PendingCommit pending)
        {
            return false;
        }

        try
        {
            SegmentInfosFormat.FinishCommit(_directory, pending.Generation);
        }
        catch (Exception e)
        {
            Fail(e);
            throw;
        }

        _pendingCommit = null;
        _syncedFiles = [.. pending.Files];
        lock (_state)
        {
            _committedChanges = pending.Changes;
            _deleter.KeepOnly([.. pending.Files, IndexFileNames.Commit(pending.Generation)]);
            _deleter.Release(pending.Files);
        }

        return true;
    }

    private SegmentInfos SnapshotLocked() => new()
    {
        Generation = _generation == 0 ? -1 : _generation,
        CommitId = SegmentFiles.NewId(),
        Version = _version,
        Counter = _counter,
        CreatedMajor = _createdMajor,
        UserData = _userData,
        Segments = _segments.ConvertAll(segment => segment.Info),
    };
}
