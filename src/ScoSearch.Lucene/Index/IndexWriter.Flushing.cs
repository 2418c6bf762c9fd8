using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Index.Inverting;
using ScoSearch.Lucene.Index.Writing;

namespace ScoSearch.Lucene.Index;

/// <content>Writing in-memory segments and applying deletions.</content>
public sealed partial class IndexWriter
{
    /// <summary>Writes one in-memory segment that no buffered deletion concerns. The caller holds the gate,
    /// shared.</summary>
    private void FlushOne(SegmentBuilder builder)
    {
        try
        {
            if (builder.Flush() is FlushedSegment flushed)
            {
                lock (_state)
                {
                    // Deletions taken out of the queue but not yet applied concern older segments only: this one must
                    // not be seen before they are.
                    while (_flushInProgress)
                    {
                        Monitor.Wait(_state);
                    }

                    PublishLocked(flushed);
                    SetCurrentFilesLocked();
                }
            }
        }
        catch (Exception e)
        {
            Fail(e);
            throw;
        }

        MaybeMerge();
    }

    /// <summary>Writes all in-memory segments and applies all buffered deletions, as of one point in the order of
    /// changes.</summary>
    /// <param name="onlyIfFull">Do nothing when another thread has just done so.</param>
    private void FlushAll(bool onlyIfFull = false)
    {
        lock (_flushLock)
        {
            if (onlyIfFull && !_documents.IsFull())
            {
                return;
            }

            List<SegmentBuilder> builders;
            BufferedDeletes deletes;
            _gate.EnterWriteLock();
            try
            {
                EnsureOpen();
                builders = _documents.TakeAll();
                deletes = _deletes.Freeze();
                Volatile.Write(ref _flushedSequence, _deletes.LastSequence);
                lock (_state)
                {
                    _flushInProgress = true;
                }
            }
            finally
            {
                _gate.ExitWriteLock();
            }

            try
            {
                FlushedSegment?[] flushed = Flush(builders);
                lock (_state)
                {
                    PublishLocked(flushed, deletes);
                }
            }
            catch (Exception e)
            {
                Fail(e);
                throw;
            }
            finally
            {
                lock (_state)
                {
                    _flushInProgress = false;
                    Monitor.PulseAll(_state);
                }
            }
        }
    }

    private static FlushedSegment?[] Flush(List<SegmentBuilder> builders)
    {
        FlushedSegment?[] flushed = new FlushedSegment?[builders.Count];
        if (builders.Count <= 1)
        {
            for (int i = 0; i < flushed.Length; i++)
            {
                flushed[i] = builders[i].Flush();
            }

            return flushed;
        }

        try
        {
            Parallel.For(0, flushed.Length, i => flushed[i] = builders[i].Flush());
        }
        catch (AggregateException e)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return flushed;
    }

    private void PublishLocked(FlushedSegment?[] flushed, BufferedDeletes deletes)
    {
        Dictionary<SegmentState, long[]> sequences = [];
        foreach (FlushedSegment? segment in flushed)
        {
            if (segment is not null)
            {
                sequences.Add(PublishLocked(segment), segment.Sequences);
            }
        }

        bool deleted = !deletes.IsEmpty && ApplyLocked(deletes, sequences);
        if (deleted)
        {
            MarkChangedLocked();
        }

        if (deleted || sequences.Count > 0)
        {
            SetCurrentFilesLocked();
        }
    }

    private SegmentState PublishLocked(FlushedSegment flushed)
    {
        SegmentCommitInfo info = new() { SegmentInfo = flushed.Info, CommitId = SegmentFiles.NewId() };
        SegmentState state = new(
            info, flushed.LiveDocs, hasUnwrittenDeletes: flushed.LiveDocs is not null, nextDeletionGeneration: 1);
        _segments.Add(state);
        MarkChangedLocked();
        return state;
    }

    private bool ApplyLocked(BufferedDeletes deletes, Dictionary<SegmentState, long[]> sequences)
    {
        DeleteApplier applier = new(deletes);
        bool deleted = false;
        int docBase = 0;
        for (int i = 0; i < _segments.Count; i++)
        {
            SegmentState segment = _segments[i];
            deleted |= applier.Apply(segment, i, docBase, sequences.GetValueOrDefault(segment));
            docBase += segment.MaxDoc;
        }

        DropEmptySegmentsLocked();
        return deleted;
    }

    /// <summary>Takes segments without live documents out of the list; one that is being merged goes with the
    /// merge.</summary>
    private void DropEmptySegmentsLocked() => _segments.RemoveAll(segment =>
    {
        bool drop = segment.LiveCount == 0 && !segment.IsMerging;
        Interlocked.Add(ref _documentCount, drop ? -segment.MaxDoc : 0);
        return drop;
    });

    /// <summary>Tells the deleter what the current list of segments needs.</summary>
    private void SetCurrentFilesLocked()
    {
        HashSet<string> files = new(StringComparer.Ordinal);
        foreach (SegmentState segment in _segments)
        {
            files.UnionWith(segment.Info.Files);
        }

        _deleter.SetCurrent(files);
    }
}
