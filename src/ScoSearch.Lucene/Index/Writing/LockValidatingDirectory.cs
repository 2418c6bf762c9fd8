using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Index.Writing;

/// <summary>A view of an index directory that changes nothing unless the write lock is still held.
/// Thread-safe.</summary>
internal sealed class LockValidatingDirectory(Directory inner, IndexLock writeLock) : Directory
{
    /// <inheritdoc/>
    public override string[] ListAll() => inner.ListAll();

    /// <inheritdoc/>
    public override long FileLength(string name) => inner.FileLength(name);

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        writeLock.EnsureValid();
        inner.DeleteFile(name);
    }

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name)
    {
        writeLock.EnsureValid();
        return inner.CreateOutput(name);
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name) => inner.OpenInput(name);

    /// <inheritdoc/>
    public override void Sync(IReadOnlyCollection<string> names)
    {
        writeLock.EnsureValid();
        inner.Sync(names);
    }

    /// <inheritdoc/>
    public override void SyncMetadata()
    {
        writeLock.EnsureValid();
        inner.SyncMetadata();
    }

    /// <inheritdoc/>
    public override void Rename(string source, string target)
    {
        writeLock.EnsureValid();
        inner.Rename(source, target);
    }

    /// <inheritdoc/>
    public override IndexLock ObtainLock(string name) => inner.ObtainLock(name);

    /// <inheritdoc/>
    public override string? ToString() => inner.ToString();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The directory itself belongs to the caller.
    }
}
