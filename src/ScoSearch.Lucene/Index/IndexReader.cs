using ScoSearch.Lucene.Documents;

namespace ScoSearch.Lucene.Index;

/// <summary>A snapshot of an index: an ordered list of segments. Thread-safe.</summary>
/// <remarks>
/// Reference counted: created with one reference, released by <see cref="Dispose()"/>. Whoever uses a reader that
/// somebody else may
/// dispose takes a reference for the time of use (searches do so themselves).
/// </remarks>
public abstract class IndexReader : IDisposable
{
    private int _references = 1;
    private int _disposed;

    /// <summary>The segments in document order.</summary>
    public abstract IReadOnlyList<LeafReaderContext> Leaves { get; }

    /// <summary>Number of documents, deleted ones included; doc ids are below it.</summary>
    public abstract int MaxDoc { get; }

    /// <summary>Number of documents that are not deleted.</summary>
    public abstract int NumDocs { get; }

    /// <summary>The segment that holds an index-wide doc id. Cost: logarithmic in the number of segments.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The doc id is not below <see cref="MaxDoc"/>.</exception>
    public LeafReaderContext FindLeaf(int docId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, MaxDoc);
        IReadOnlyList<LeafReaderContext> leaves = Leaves;
        int low = 0;
        int high = leaves.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (leaves[middle].DocBase <= docId)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return leaves[low];
    }

    /// <summary>Shows the stored fields of a document to a visitor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The doc id is not below <see cref="MaxDoc"/>.</exception>
    public void VisitStoredFields(int docId, StoredFieldVisitor visitor)
    {
        EnsureOpen();
        LeafReaderContext leaf = FindLeaf(docId);
        leaf.Reader.VisitStoredFields(docId - leaf.DocBase, visitor);
    }

    /// <summary>All stored fields of a document.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The doc id is not below <see cref="MaxDoc"/>.</exception>
    public Document GetDocument(int docId)
    {
        DocumentStoredFieldVisitor visitor = new();
        VisitStoredFields(docId, visitor);
        return visitor.Document;
    }

    /// <summary>Number of documents with the term, deleted ones included.</summary>
    public int GetDocFreq(Term term) => (int)SumOverSegments(term.Field, terms => terms.Find(term.Bytes)?.DocFreq ?? 0);

    /// <summary>Number of occurrences of the term, those in deleted documents included.</summary>
    public long GetTotalTermFreq(Term term) =>
        SumOverSegments(term.Field, terms => terms.Find(term.Bytes)?.TotalTermFreq ?? 0);

    /// <summary>Number of documents with at least one term in the field, deleted ones included.</summary>
    public int GetDocCount(string field) => (int)SumOverSegments(field, terms => terms.DocCount);

    /// <summary>Sum of the document frequencies of all terms of the field.</summary>
    public long GetSumDocFreq(string field) => SumOverSegments(field, terms => terms.SumDocFreq);

    /// <summary>Number of occurrences of all terms of the field.</summary>
    public long GetSumTotalTermFreq(string field) => SumOverSegments(field, terms => terms.SumTotalTermFreq);

    /// <summary>Takes a reference if the reader is still open.</summary>
    public bool TryAddReference()
    {
        int seen = Volatile.Read(ref _references);
        while (seen > 0)
        {
            int before = Interlocked.CompareExchange(ref _references, seen + 1, seen);
            if (before == seen)
            {
                return true;
            }

            seen = before;
        }

        return false;
    }

    /// <summary>Gives a reference back; the last one closes the reader.</summary>
    public void ReleaseReference()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            Close();
        }
    }

    /// <summary>Gives the creator's reference back; searches that run keep theirs and finish.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            ReleaseReference();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Throws when the reader is closed.</summary>
    /// <exception cref="ObjectDisposedException">No reference is left.</exception>
    protected void EnsureOpen() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _references) <= 0, this);

    /// <summary>Releases what the reader holds; called once.</summary>
    protected abstract void Close();

    private long SumOverSegments(string field, Func<Terms, long> statistic)
    {
        ArgumentNullException.ThrowIfNull(field);
        EnsureOpen();
        long sum = 0;
        foreach (LeafReaderContext leaf in Leaves)
        {
            sum += leaf.Reader.GetTerms(field) is Terms terms ? statistic(terms) : 0;
        }

        return sum;
    }
}
