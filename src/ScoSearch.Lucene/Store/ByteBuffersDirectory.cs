using System.Collections.Concurrent;
using System.IO;

namespace ScoSearch.Lucene.Store;

/// <summary>A directory in memory, for tests and small temporary indexes. Thread-safe.</summary>
public sealed class ByteBuffersDirectory : Directory
{
    private readonly ConcurrentDictionary<string, ByteRegion> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MemoryLock> _locks = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string[] ListAll() => [.. _files.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override long FileLength(string name) => Find(name).Length;

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        if (!_files.TryRemove(name, out _))
        {
            throw new FileNotFoundException($"There is no file {name} in this directory.", name);
        }
    }

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name)
    {
        if (_files.ContainsKey(name) || !_open.TryAdd(name, true))
        {
            throw new IOException($"The file {name} exists already.");
        }

        return new MemoryIndexOutput(name, (bytes, count) =>
        {
            _files[name] = ByteRegion.FromPinnedArray(bytes, count);
            _open.TryRemove(name, out _);
        });
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name) => new(name, Find(name));

    /// <inheritdoc/>
    public override void Sync(IReadOnlyCollection<string> names)
    {
        foreach (string name in names)
        {
            Find(name);
        }
    }

    /// <inheritdoc/>
    public override void SyncMetadata()
    {
        // Memory has nothing to make durable.
    }

    /// <inheritdoc/>
    public override void Rename(string source, string target)
    {
        ByteRegion content = Find(source);
        if (!_files.TryAdd(target, content))
        {
            throw new IOException($"Cannot rename {source}: the file {target} exists already.");
        }

        _files.TryRemove(source, out _);
    }

    /// <inheritdoc/>
    public override IndexLock ObtainLock(string name)
    {
        MemoryLock taken = new(this, name);
        return _locks.TryAdd(name, taken)
            ? taken
            : throw new LockObtainFailedException($"{name} is held by another writer in this process.");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _files.Clear();

    private ByteRegion Find(string name) =>
        _files.TryGetValue(name, out ByteRegion? region)
            ? region
            : throw new FileNotFoundException($"There is no file {name} in this directory.", name);

    private sealed class MemoryLock(ByteBuffersDirectory owner, string name) : IndexLock
    {
        public override void EnsureValid()
        {
            if (!owner._locks.TryGetValue(name, out MemoryLock? holder) || holder != this)
            {
                throw new IOException($"The lock {name} is no longer held.");
            }
        }

        protected override void Dispose(bool disposing) =>
            owner._locks.TryRemove(new KeyValuePair<string, MemoryLock>(name, this));
    }
}
