using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index.Inverting;
using ScoSearch.Lucene.Index.Writing;

namespace ScoSearch.Lucene.Index;

/// <content>Adding, deleting, and writing in-memory segments.</content>
public sealed partial class IndexWriter
{
    private long Update(IReadOnlyList<Document> documents, Term[] deletions)
    {
        long sequence;
        try
        {
            bool applyDeletes;
            _gate.EnterReadLock();
            try
            {
                EnsureOpen();
                ReportMergeFailure();
                Reserve(documents.Count);
                sequence = AddToBuilder(documents, deletions, out applyDeletes, out SegmentBuilder? full);
                if (full is not null)
                {
                    FlushOne(full);
                }
            }
            finally
            {
                _gate.ExitReadLock();
            }

            if (applyDeletes)
            {
                FlushAll(onlyIfFull: true);
                MaybeMerge();
            }
        }
        catch
        {
            CloseIfFailed();
            throw;
        }

        RunQueuedMerges();
        return sequence;
    }

    private long RegisterDeletes(Func<long> register)
    {
        try
        {
            long sequence;
            _gate.EnterReadLock();
            try
            {
                EnsureOpen();
                ReportMergeFailure();
                sequence = register();
            }
            finally
            {
                _gate.ExitReadLock();
            }

            if (_documents.DeletesAreFull())
            {
                FlushAll(onlyIfFull: true);
                MaybeMerge();
                RunQueuedMerges();
            }

            return sequence;
        }
        catch
        {
            CloseIfFailed();
            throw;
        }
    }

    /// <summary>Adds documents to an in-memory segment of this thread's own for the time.</summary>
    private long AddToBuilder(
        IReadOnlyList<Document> documents, Term[] deletions, out bool applyDeletes, out SegmentBuilder? full)
    {
        SegmentBuilder builder = TakeBuilder();
        bool added = false;
        long sequence = 0;
        applyDeletes = false;
        full = null;
        try
        {
            builder.AddDocuments(documents);
            sequence = _deletes.Next(deletions);
            builder.SetSequence(sequence);
            added = true;
        }
        catch (Exception e) when (builder.IsDamaged)
        {
            Fail(e);
            throw;
        }
        finally
        {
            if (builder.IsDamaged)
            {
                _documents.Forget(builder);
                builder.Dispose();
            }
            else
            {
                applyDeletes = _documents.GiveBack(builder, out full);
                if (!added && full is not null)
                {
                    // The exception comes first; the builder is flushed with the next document.
                    _documents.TakeBack(full);
                    full = null;
                }
            }
        }

        return sequence;
    }

    private SegmentBuilder TakeBuilder()
    {
        try
        {
            return _documents.Take();
        }
        catch (Exception e)
        {
            Fail(e);
            throw;
        }
    }

    private void Reserve(int count)
    {
        if (Interlocked.Add(ref _documentCount, count) > SegmentInfosFormat.MaxDocuments)
        {
            Interlocked.Add(ref _documentCount, -count);
            throw new InvalidOperationException(
                $"The index would hold more than {SegmentInfosFormat.MaxDocuments} documents, which is its limit; merge deleted ones away or start another index.");
        }
    }

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
