using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index.Inverting;

namespace ScoSearch.Lucene.Index;

/// <content>Adding and deleting.</content>
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
}
