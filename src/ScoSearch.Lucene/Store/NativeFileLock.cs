using System.Collections.Concurrent;
using System.IO;

namespace ScoSearch.Lucene.Store;

/// <summary>write.lock as Apache Lucene takes it: a POSIX record lock (fcntl) or LockFileEx over the whole file.</summary>
internal sealed class NativeFileLock : IndexLock
{
    // Paths locked by this process: the system's record locks belong to the process and would be granted twice.
    private static readonly ConcurrentDictionary<string, bool> Held = new(StringComparer.Ordinal);

    private readonly string _path;
    private readonly FileStream _stream;
    private int _released;

    private NativeFileLock(string path, FileStream stream)
    {
        _path = path;
        _stream = stream;
    }

    /// <summary>Takes the lock without waiting.</summary>
    /// <exception cref="LockObtainFailedException">Another writer holds it, in this process or another.</exception>
    public static NativeFileLock Obtain(string path)
    {
        string real = Path.GetFullPath(path);
        if (!Held.TryAdd(real, true))
        {
            throw new LockObtainFailedException($"{path} is held by another writer in this process.");
        }

        FileStream? stream = null;
        try
        {
            stream = new FileStream(real, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 0);
#pragma warning disable CA1416 // not offered on macOS, where the lock degrades to this process only
            if (!OperatingSystem.IsMacOS())
            {
                stream.Lock(0, 0);
            }
#pragma warning restore CA1416
            return new NativeFileLock(real, stream);
        }
        catch (IOException e)
        {
            stream?.Dispose();
            Held.TryRemove(real, out _);
            throw new LockObtainFailedException($"{path} is held by another program.", e);
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
        if (!file.Exists || file.Length != 0)
        {
            throw new IOException($"The lock file {_path} was removed or written to by somebody else.");
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
}
