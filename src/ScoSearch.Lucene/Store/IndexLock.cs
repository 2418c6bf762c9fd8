namespace ScoSearch.Lucene.Store;

/// <summary>A held lock on a directory. Disposing releases it. Thread-safe.</summary>
public abstract class IndexLock : IDisposable
{
    /// <summary>Verifies that the lock is still held and its file is untouched.</summary>
    /// <exception cref="System.IO.IOException">The lock was lost.</exception>
    public abstract void EnsureValid();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the lock; called once or more.</summary>
    protected abstract void Dispose(bool disposing);
}
