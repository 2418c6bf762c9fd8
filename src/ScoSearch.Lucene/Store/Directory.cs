namespace ScoSearch.Lucene.Store;

/// <summary>A flat set of named write-once files that holds one index. Thread-safe.</summary>
/// <remarks>
/// A file is created once, written from front to back, closed, and from then on only read, renamed or deleted.
/// Missing files raise <see cref="System.IO.FileNotFoundException"/>; existing ones, where a new one is created,
/// <see cref="System.IO.IOException"/>.
/// </remarks>
public abstract class Directory : IDisposable
{
    /// <summary>Names of all files, in ordinal order.</summary>
    public abstract string[] ListAll();

    /// <summary>Length of a file in bytes.</summary>
    public abstract long FileLength(string name);

    /// <summary>Deletes a file; where the system forbids it for now (open on Windows), remembers it and retries later.</summary>
    public abstract void DeleteFile(string name);

    /// <summary>Creates a file for writing. It must not exist.</summary>
    public abstract IndexOutput CreateOutput(string name);

    /// <summary>Opens a file for reading. The bytes are mapped, not copied, where the directory can.</summary>
    public abstract IndexInput OpenInput(string name);

    /// <summary>Makes the content of the files durable (fsync).</summary>
    public abstract void Sync(IReadOnlyCollection<string> names);

    /// <summary>Makes creations, renames and deletions durable (fsync of the directory).</summary>
    public abstract void SyncMetadata();

    /// <summary>Renames a file atomically. The target must not exist.</summary>
    public abstract void Rename(string source, string target);

    /// <summary>Takes the lock of that name without waiting.</summary>
    /// <exception cref="LockObtainFailedException">Another writer holds it.</exception>
    public abstract IndexLock ObtainLock(string name);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the directory holds; files stay.</summary>
    protected abstract void Dispose(bool disposing);
}
