using System.Collections.Concurrent;
using System.IO;

namespace ScoSearch.Lucene.Store;

/// <summary>write.lock as Apache Lucene takes it, so that the two exclude each other.</summary>
/// <remarks>
/// On Linux and other POSIX systems an fcntl record lock over the whole file (start 0, length 0 = to infinity), on Windows
/// LockFile over all offsets. On macOS the runtime offers no record locks: there the lock excludes writers of this process
/// only. The file stays empty and is never deleted; a file without a system lock means nothing.
/// </remarks>
internal sealed class NativeFileLock : IndexLock
{
    // Links followed at most when a path is resolved; a longer chain is a loop.
    private const int MaxLinks = 40;

    // Real paths locked by this process: the system's record locks belong to the process and would be granted twice, and
    // closing a second descriptor of the file would drop the lock.
    private static readonly ConcurrentDictionary<string, bool> Held = new(
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private readonly string _path;
    private readonly FileStream _stream;
    private readonly DateTime _creationTime;
    private int _released;

    private NativeFileLock(string path, FileStream stream, DateTime creationTime)
    {
        _path = path;
        _stream = stream;
        _creationTime = creationTime;
    }

    /// <summary>Takes the lock without waiting.</summary>
    /// <exception cref="LockObtainFailedException">Another writer holds it, in this process or another.</exception>
    public static NativeFileLock Obtain(string path)
    {
        string real = ResolveLinks(Path.GetFullPath(path), MaxLinks);
        if (!Held.TryAdd(real, true))
        {
            throw new LockObtainFailedException($"{path} is held by another writer in this process.");
        }

        FileStream? stream = null;
        bool taken = false;
        try
        {
            stream = new FileStream(real, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 0);
            LockWholeFile(stream, path);
            NativeFileLock result = new(real, stream, File.GetCreationTimeUtc(real));
            taken = true;
            return result;
        }
        finally
        {
            if (!taken)
            {
                stream?.Dispose();
                Held.TryRemove(real, out _);
            }
        }
    }

    /// <inheritdoc/>
    public override void EnsureValid()
    {
        if (Volatile.Read(ref _released) != 0)
        {
            throw new IOException($"The lock {_path} was released.");
        }

        FileInfo file = new(_path);
        if (!file.Exists || file.Length != 0 || file.CreationTimeUtc != _creationTime)
        {
            throw new IOException($"The lock file {_path} was removed, replaced or written to by somebody else.");
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _released, 1) == 0)
        {
            _stream.Dispose();
            Held.TryRemove(_path, out _);
        }
    }

    private static void LockWholeFile(FileStream stream, string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                stream.Lock(0, long.MaxValue);
            }
            else if (!OperatingSystem.IsMacOS() && !OperatingSystem.IsIOS() && !OperatingSystem.IsTvOS()
                && !OperatingSystem.IsMacCatalyst() && !OperatingSystem.IsFreeBSD())
            {
                stream.Lock(0, 0);
            }
        }
        catch (IOException e)
        {
            throw new LockObtainFailedException($"{path} is held by another program.", e);
        }
    }

    // Two names of one folder must give one key: every link on the way is followed.
    private static string ResolveLinks(string path, int linksLeft)
    {
        string? parent = Path.GetDirectoryName(path);
        if (parent is null)
        {
            return path;
        }

        string resolved = Path.Combine(ResolveLinks(parent, linksLeft), Path.GetFileName(path));
        string? target = new FileInfo(resolved).LinkTarget;
        if (target is null)
        {
            return resolved;
        }

        return linksLeft > 0
            ? ResolveLinks(Path.GetFullPath(target, Path.GetDirectoryName(resolved)!), linksLeft - 1)
            : throw new IOException($"{path} leads through too many links.");
    }
}
