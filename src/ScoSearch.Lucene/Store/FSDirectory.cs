using System.Collections.Concurrent;
using System.IO;
using System.IO.MemoryMappedFiles;

namespace ScoSearch.Lucene.Store;

/// <summary>A directory on disk; files are memory-mapped for reading. Thread-safe.</summary>
public sealed class FSDirectory : Directory
{
    // Files the system would not delete yet (open on Windows); retried with every later deletion.
    private readonly ConcurrentDictionary<string, bool> _pendingDeletions = new(StringComparer.Ordinal);

    private FSDirectory(string path) => Path = path;

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>Opens a folder, creating it when absent.</summary>
    /// <exception cref="IOException">The path cannot be created or is a file.</exception>
    public static FSDirectory Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        DirectoryInfo folder = System.IO.Directory.CreateDirectory(path);
        return new FSDirectory(folder.FullName);
    }

    /// <inheritdoc/>
    public override string[] ListAll()
    {
        List<string> names = [];
        foreach (string path in System.IO.Directory.EnumerateFiles(Path))
        {
            string name = System.IO.Path.GetFileName(path);
            if (!_pendingDeletions.ContainsKey(name))
            {
                names.Add(name);
            }
        }

        names.Sort(StringComparer.Ordinal);
        return [.. names];
    }

    /// <inheritdoc/>
    public override long FileLength(string name)
    {
        FileInfo file = new(PathOf(name));
        return file.Exists ? file.Length : throw Missing(name);
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        if (!File.Exists(PathOf(name)) || _pendingDeletions.ContainsKey(name))
        {
            throw Missing(name);
        }

        TryDelete(name);
        foreach (string pending in _pendingDeletions.Keys)
        {
            TryDelete(pending);
        }
    }

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name) => new FSIndexOutput(name, PathOf(name));

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name)
    {
        string path = PathOf(name);
        if (_pendingDeletions.ContainsKey(name))
        {
            throw Missing(name);
        }

        using FileStream stream = new(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return new IndexInput(name, Map(stream));
    }

    /// <inheritdoc/>
    public override void Sync(IReadOnlyCollection<string> names)
    {
        foreach (string name in names)
        {
            using FileStream stream = new(PathOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            stream.Flush(flushToDisk: true);
        }
    }

    /// <inheritdoc/>
    public override void SyncMetadata() => DirectorySync.Flush(Path);

    /// <inheritdoc/>
    public override void Rename(string source, string target) => File.Move(PathOf(source), PathOf(target), overwrite: false);

    /// <inheritdoc/>
    public override IndexLock ObtainLock(string name) => NativeFileLock.Obtain(PathOf(name));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (string pending in _pendingDeletions.Keys)
        {
            TryDelete(pending);
        }
    }

    private static unsafe ByteRegion Map(FileStream stream)
    {
        long length = stream.Length;
        if (length == 0)
        {
            return new ByteRegion(null, 0, null);
        }

        using MemoryMappedFile file = MemoryMappedFile.CreateFromFile(
            stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        MemoryMappedViewAccessor view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);

        // Safety: the view outlives the file object; the region keeps its handle reachable, and the handle's finalizer
        // unmaps it. The pointer is never released by hand, so no reader can see it go away.
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        return new ByteRegion(start + view.PointerOffset, length, new MappedView(view));
    }

    private string PathOf(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name.AsSpan().IndexOfAny('/', '\\') < 0
            ? System.IO.Path.Combine(Path, name)
            : throw new ArgumentException($"\"{name}\" is not a plain file name.", nameof(name));
    }

    private void TryDelete(string name)
    {
        try
        {
            File.Delete(PathOf(name));
            _pendingDeletions.TryRemove(name, out _);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && OperatingSystem.IsWindows())
        {
            _pendingDeletions[name] = true;
        }
    }

    private FileNotFoundException Missing(string name) => new($"There is no file {name} in {Path}.", name);
}
