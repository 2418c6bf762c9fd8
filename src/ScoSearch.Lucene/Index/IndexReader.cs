namespace ScoSearch.Lucene.Index;

/// <summary>A snapshot of an index: an ordered list of segments. Thread-safe.</summary>
/// <remarks>
/// Reference counted: created with one reference, released by <see cref="Dispose()"/>. Whoever uses a reader that somebody else may
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
}
