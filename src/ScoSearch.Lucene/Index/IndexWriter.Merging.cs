using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Index.Merging;
using ScoSearch.Lucene.Index.Writing;

namespace ScoSearch.Lucene.Index;

/// <content>Merging.</content>
public sealed partial class IndexWriter
{
    // A thread that adds documents waits while more merges than this wait for a thread: adding faster than merging
    // would only pile up segments.
    private const int MaxQueuedMerges = 8;

    // All guarded by _state.
    private readonly Queue<MergeTask> _queuedMerges = new();
    private readonly Queue<Exception> _mergeFailures = new();
    private readonly CancellationTokenSource _stopMerges = new();
    private int _runningMerges;
    private int _mergeThreads;

    /// <summary>Merges until the index has at most that many segments; with 1, deleted documents vanish as well. Cost:
    /// the size of the index.</summary>
    /// <param name="maxSegmentCount">At least 1.</param>
    /// <remarks>Deletions and documents that come during the call may leave more segments. Commit to make the result
    /// durable.</remarks>
    /// <exception cref="MergeException">A merge failed; the segments stay as they were.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public void ForceMerge(int maxSegmentCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegmentCount, 1);
        MergeAll(segments => _config.MergePolicy.FindForcedMerges(segments, maxSegmentCount), repeat: true);
    }

    /// <summary>Merges the segments of which a large part is deleted. See
    /// <see cref="TieredMergePolicy.ForceMergeDeletesPercentAllowed"/>.</summary>
    /// <inheritdoc cref="ForceMerge"/>
    public void ForceMergeDeletes() => MergeAll(_config.MergePolicy.FindForcedDeletesMerges, repeat: false);

    /// <summary>Waits until no merge is running or queued.</summary>
    /// <exception cref="MergeException">A merge failed; the segments stay as they were.</exception>
    public void WaitForMerges()
    {
        RunQueuedMerges();
        lock (_state)
        {
            while (_runningMerges > 0 || _queuedMerges.Count > 0)
            {
                Monitor.Wait(_state);
            }
        }

        ReportMergeFailure();
    }

    private void MergeAll(Func<IReadOnlyList<MergeCandidate>, IReadOnlyList<string[]>> find, bool repeat)
    {
        EnsureOpen();
        ReportMergeFailure();
        try
        {
            FlushAll();
        }
        catch
        {
            CloseIfFailed();
            throw;
        }

        bool found = true;
        for (bool first = true; found && (first || repeat); first = false)
        {
            WaitForMerges();
            lock (_state)
            {
                EnsureOpen();
                found = EnqueueLocked(find(CandidatesLocked()));
            }
        }

        WaitForMerges();
    }

    /// <summary>Queues the merges that the policy wants now. A failure is that of a merge: the change that led here has
    /// succeeded.</summary>
    private void MaybeMerge()
    {
        lock (_state)
        {
            try
            {
                if (IsOpen)
                {
                    EnqueueLocked(_config.MergePolicy.FindMerges(CandidatesLocked()));
                }
            }
            catch (System.IO.IOException e)
            {
                _mergeFailures.Enqueue(
                    new MergeException($"The sizes of the segments could not be found out. {e.Message}", e));
            }
        }
    }

    private List<MergeCandidate> CandidatesLocked() => _segments.ConvertAll(segment => new MergeCandidate(
        segment.Name, segment.MaxDoc, segment.MaxDoc - segment.LiveCount, segment.GetSizeInBytes(), segment.IsMerging));

    private bool EnqueueLocked(IReadOnlyList<string[]> merges)
    {
        foreach (string[] names in merges)
        {
            SegmentState[] sources = [.. _segments.Where(segment => names.Contains(segment.Name))];
            Array.ForEach(sources, source => source.IsMerging = true);
            _queuedMerges.Enqueue(new MergeTask(sources));
        }

        while (_mergeThreads < _config.MergeThreads && _mergeThreads < _queuedMerges.Count + _runningMerges)
        {
            _mergeThreads++;
            new Thread(MergeInBackground) { IsBackground = true, Name = $"merge {_mergeThreads}" }.Start();
        }

        return merges.Count > 0;
    }

    private void MergeInBackground()
    {
        while (TryTakeMerge(endThread: true) is MergeTask task)
        {
            Run(task);
        }
    }

    /// <summary>Without merge threads, runs what is queued on this thread; with them, waits when too much is
    /// queued.</summary>
    private void RunQueuedMerges()
    {
        if (_config.MergeThreads == 0)
        {
            while (TryTakeMerge(endThread: false) is MergeTask task)
            {
                Run(task);
            }
        }
        else
        {
            lock (_state)
            {
                while (IsOpen && _queuedMerges.Count > MaxQueuedMerges)
                {
                    Monitor.Wait(_state);
                }
            }
        }
    }

    private MergeTask? TryTakeMerge(bool endThread)
    {
        lock (_state)
        {
            if (_queuedMerges.TryDequeue(out MergeTask? task))
            {
                _runningMerges++;
                return task;
            }

            _mergeThreads -= endThread ? 1 : 0;
            return null;
        }
    }

    /// <summary>Runs a merge. Failures are recorded for the next call: nobody waits for this one in
    /// particular.</summary>
    private void Run(MergeTask task)
    {
        TrackingDirectory directory = new(_directory);
        try
        {
            Merge(task, directory);
        }
        catch (OperationCanceledException)
        {
            directory.DeleteCreated();
        }
        catch (Exception e)
        {
            directory.DeleteCreated();
            lock (_state)
            {
                _mergeFailures.Enqueue(
                    new MergeException($"The merge of {task} failed; the segments stay as they were. {e.Message}", e));
            }
        }
        finally
        {
            lock (_state)
            {
                foreach (SegmentState source in task.Sources)
                {
                    source.IsMerging = false;
                }

                _runningMerges--;
                Monitor.PulseAll(_state);
            }
        }
    }

    private void Merge(MergeTask task, TrackingDirectory directory)
    {
        SegmentReader[] readers;
        lock (_state)
        {
            readers = [.. task.Sources.Select(source => source.GetReader())];
        }

        SegmentMerger merger = new(
            directory, NextSegmentName(), readers, _fieldNumbers, _config.StoredFieldsMode, _stopMerges.Token);
        SegmentInfo? merged = null;
        if (merger.MaxDoc > 0)
        {
            SegmentInfo info = merger.Merge();
            long mergedBytes = directory.Created.Sum(directory.FileLength);
            merged = SegmentFiles.Seal(directory, info, _config.MergePolicy.UseCompoundFile(mergedBytes, IndexBytes()));
        }

        lock (_state)
        {
            _stopMerges.Token.ThrowIfCancellationRequested();
            Replace(task, merger, merged);
        }

        MaybeMerge();
    }

    private long IndexBytes()
    {
        lock (_state)
        {
            return _segments.Sum(segment => segment.GetSizeInBytes());
        }
    }

    /// <summary>Puts the merged segment in the place of its first source, with the documents deleted that were deleted
    /// during the merge.</summary>
    private void Replace(MergeTask task, SegmentMerger merger, SegmentInfo? merged)
    {
        int place = _segments.IndexOf(task.Sources[0]);
        if (place < 0)
        {
            throw new OperationCanceledException("The segments were dropped during the merge.");
        }

        List<int> deleted = [];
        for (int i = 0; i < task.Sources.Count; i++)
        {
            CarryDeletesOver(merger.Sources[i], task.Sources[i].LiveDocs, deleted);
        }

        int before = task.Sources.Sum(source => source.MaxDoc);
        foreach (SegmentState source in task.Sources)
        {
            _segments.Remove(source);
        }

        if (merged is not null && deleted.Count < merged.MaxDoc)
        {
            SegmentCommitInfo info = new() { SegmentInfo = merged, CommitId = SegmentFiles.NewId() };
            LiveDocs? live = deleted.Count == 0 ? null : LiveDocs.WithoutDocuments(null, merged.MaxDoc, deleted);
            _segments.Insert(
                place, new SegmentState(info, live, hasUnwrittenDeletes: live is not null, nextDeletionGeneration: 1));
            before -= merged.MaxDoc;
        }

        Interlocked.Add(ref _documentCount, -before);
        MarkChangedLocked();
        SetCurrentFilesLocked();
    }

    private static void CarryDeletesOver(MergeSource source, LiveDocs? now, List<int> deleted)
    {
        if (now is null || ReferenceEquals(now, source.Reader.LiveDocs))
        {
            return;
        }

        for (int docId = 0; docId < now.Length; docId++)
        {
            int mapped = now.IsLive(docId) ? -1 : source.DocIds[docId];
            if (mapped >= 0)
            {
                deleted.Add(mapped);
            }
        }
    }

    private void ReportMergeFailure()
    {
        lock (_state)
        {
            if (_mergeFailures.TryDequeue(out Exception? failure))
            {
                throw failure;
            }
        }
    }
}
