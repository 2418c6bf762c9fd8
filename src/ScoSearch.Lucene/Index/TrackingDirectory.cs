using System.IO;
using ScoSearch.Lucene.Store;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Index;

/// <summary>A view of a directory that remembers which files were created through it. Used by one thread.</summary>
internal sealed class TrackingDirectory(Directory inner) : Directory
{
    private readonly HashSet<string> _created = new(StringComparer.Ordinal);

    /// <summary>The directory itself.</summary>
    public Directory Inner => inner;

    /// <summary>Names of the files created and not deleted since.</summary>
    public IReadOnlyCollection<string> Created => _created;

    /// <inheritdoc/>
    public override string[] ListAll() => inner.ListAll();

    /// <inheritdoc/>
    public override long FileLength(string name) => inner.FileLength(name);

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        inner.DeleteFile(name);
        _created.Remove(name);
    }

    /// <summary>Deletes all files created, as cleaning up after a failure: what cannot be deleted stays for the next
    /// writer.</summary>
    public void DeleteCreated()
    {
        foreach (string name in _created.ToArray())
        {
            try
            {
                DeleteFile(name);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // No commit refers to the file; the next writer on the directory removes it.
                _created.Remove(name);
            }
        }
    }

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name)
    {
        IndexOutput output = inner.CreateOutput(name);
        _created.Add(name);
        return output;
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name) => inner.OpenInput(name);

    /// <inheritdoc/>
    public override void Sync(IReadOnlyCollection<string> names) => inner.Sync(names);

    /// <inheritdoc/>
    public override void SyncMetadata() => inner.SyncMetadata();

    /// <inheritdoc/>
    public override void Rename(string source, string target)
    {
        inner.Rename(source, target);
        if (_created.Remove(source))
        {
            _created.Add(target);
        }
    }

    /// <inheritdoc/>
    public override IndexLock ObtainLock(string name) => inner.ObtainLock(name);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The directory itself belongs to somebody else.
    }
}
