using System.IO;
using ScoSearch.Lucene.Store;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.TestSupport.Faults;

/// <summary>A directory in memory in which one chosen operation goes wrong, and which can lose power.
/// Thread-safe.</summary>
/// <remarks>
/// Operations that change something are numbered from 0: creating, every write of a buffer, closing, flushing a file,
/// flushing the directory, renaming, deleting.
/// Like a POSIX file system it distinguishes what is visible from what is durable: bytes are durable after
/// <see cref="Sync"/>, names after
/// <see cref="SyncMetadata"/>.
/// </remarks>
public sealed class FaultDirectory : Directory
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _locks = new(StringComparer.Ordinal);
    private Dictionary<string, FaultFile> _visible = new(StringComparer.Ordinal);
    private Dictionary<string, FaultFile> _durable = new(StringComparer.Ordinal);
    private int _faultAt = -1;
    private FaultKind _kind;
    private bool _broken;

    /// <summary>Number of operations so far.</summary>
    public int Operations { get; private set; }

    /// <summary>True when the fault has happened.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>What the operations were, for messages.</summary>
    public string? FailedOperation { get; private set; }

    /// <summary>Lets an operation go wrong.</summary>
    /// <param name="operation">Its number.</param>
    /// <param name="kind">How.</param>
    public void Arm(int operation, FaultKind kind)
    {
        _faultAt = operation;
        _kind = kind;
    }

    /// <summary>Ends a lasting fault: there is space again, no fault follows.</summary>
    public void Heal()
    {
        lock (_lock)
        {
            _broken = false;
            _faultAt = -1;
        }
    }

    /// <summary>The directory after a loss of power: locks are gone, and so may be what was not flushed.</summary>
    public FaultDirectory Reboot(Random random)
    {
        FaultDirectory after = new();
        lock (_lock)
        {
            foreach (string name in _visible.Keys.Union(_durable.Keys).Order(StringComparer.Ordinal))
            {
                // A change of names that was not flushed may have reached the disk or not, each for itself.
                Dictionary<string, FaultFile> source = random.Next(2) == 0 ? _visible : _durable;
                if (source.TryGetValue(name, out FaultFile? file))
                {
                    FaultFile survivor = file.Survive(random);
                    after._visible.Add(name, survivor);
                    after._durable.Add(name, survivor);
                }
            }
        }

        return after;
    }

    /// <inheritdoc/>
    public override string[] ListAll()
    {
        lock (_lock)
        {
            ThrowIfCrashed();
            return [.. _visible.Keys.Order(StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc/>
    public override long FileLength(string name)
    {
        lock (_lock)
        {
            ThrowIfCrashed();
            return Find(name).Length;
        }
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name) => Change($"delete {name}", needsSpace: false, () =>
    {
        Find(name);
        _visible.Remove(name);
    });

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name)
    {
        FaultFile file = new();
        Change($"create {name}", needsSpace: true, () =>
        {
            if (!_visible.TryAdd(name, file))
            {
                throw new IOException($"The file {name} exists already.");
            }
        });
        return new FaultOutput(this, name, file);
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name)
    {
        lock (_lock)
        {
            ThrowIfCrashed();
            ReadOnlySpan<byte> bytes = Find(name).Bytes;
            byte[] pinned = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
            bytes.CopyTo(pinned);
            return new IndexInput(name, ByteRegion.FromPinnedArray(pinned, pinned.Length));
        }
    }

    /// <inheritdoc/>
    public override void Sync(IReadOnlyCollection<string> names)
    {
        foreach (string name in names)
        {
            Change($"sync {name}", needsSpace: true, () => Find(name).Sync());
        }
    }

    /// <inheritdoc/>
    public override void SyncMetadata() =>
        Change("sync names", needsSpace: true, () => _durable = new(_visible, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override void Rename(string source, string target) => Change($"rename {source}", needsSpace: false, () =>
    {
        FaultFile file = Find(source);
        if (!_visible.TryAdd(target, file))
        {
            throw new IOException($"The file {target} exists already.");
        }

        _visible.Remove(source);
    });

    /// <inheritdoc/>
    public override IndexLock ObtainLock(string name)
    {
        lock (_lock)
        {
            return _locks.Add(name)
                ? new FaultLock(this, name)
                : throw new LockObtainFailedException($"{name} is held.");
        }
    }

    /// <summary>Appends to a file, or fails to.</summary>
    internal void Append(FaultFile file, string name, byte[] bytes) => Change(
        $"write {name}", needsSpace: true, () =>
            file.Append(bytes), () => file.Append(bytes.AsSpan(0, bytes.Length / 2)));

    /// <summary>Counts the closing of a file as an operation.</summary>
    internal void CloseFile(string name) => Change($"close {name}", needsSpace: true, () => { });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _visible = [];

    private void Change(string what, bool needsSpace, Action action, Action? torn = null)
    {
        lock (_lock)
        {
            bool now = Operations++ == _faultAt;
            if (now)
            {
                HasFailed = true;
                FailedOperation = what;
                _broken = _kind is FaultKind.Crash or FaultKind.DiskFull;
                if (_kind == FaultKind.FailAfterwards)
                {
                    action();
                }
                else if (_kind is FaultKind.Tear or FaultKind.Crash)
                {
                    torn?.Invoke();
                }

                throw new IOException($"Injected fault: {_kind} at operation {_faultAt}, {what}.");
            }

            if (_broken && (needsSpace || _kind == FaultKind.Crash))
            {
                throw new IOException($"Injected fault: {_kind} lasts, {what}.");
            }

            action();
        }
    }

    private void ThrowIfCrashed()
    {
        if (_broken && _kind == FaultKind.Crash)
        {
            throw new IOException("Injected fault: the process is gone.");
        }
    }

    private FaultFile Find(string name) => _visible.TryGetValue(name, out FaultFile? file)
        ? file
        : throw new FileNotFoundException($"There is no file {name}.", name);

    private sealed class FaultLock(FaultDirectory owner, string name) : IndexLock
    {
        public override void EnsureValid()
        {
            lock (owner._lock)
            {
                if (!owner._locks.Contains(name))
                {
                    throw new IOException($"The lock {name} is no longer held.");
                }
            }
        }

        protected override void Dispose(bool disposing)
        {
            lock (owner._lock)
            {
                owner._locks.Remove(name);
            }
        }
    }
}
