namespace ScoSearch.Lucene.Store;

/// <summary>Writes into a growing pinned array: files of <see cref="ByteBuffersDirectory"/> and scratch streams.</summary>
/// <remarks>Holds at most 2 GB (an array's limit). Not thread-safe.</remarks>
internal sealed class MemoryIndexOutput : IndexOutput
{
    private readonly Action<byte[], int>? _onClose;
    private byte[] _bytes;
    private int _count;

    /// <param name="name">Name for messages.</param>
    /// <param name="onClose">Receives the pinned array and the number of bytes in it when the output is closed.</param>
    public MemoryIndexOutput(string name, Action<byte[], int>? onClose = null) : base(name, 1024)
    {
        _onClose = onClose;
        _bytes = GC.AllocateUninitializedArray<byte>(1024, pinned: true);
    }

    /// <summary>All bytes written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written
    {
        get
        {
            FlushBuffer();
            return _bytes.AsSpan(0, _count);
        }
    }

    /// <summary>Copies all bytes written so far into another output.</summary>
    public void CopyTo(IndexOutput target) => target.WriteBytes(Written);

    /// <inheritdoc/>
    protected override void Append(ReadOnlySpan<byte> bytes)
    {
        int needed = checked(_count + bytes.Length);
        if (needed > _bytes.Length)
        {
            int capacity = (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _bytes.Length));
            byte[] grown = GC.AllocateUninitializedArray<byte>(capacity, pinned: true);
            _bytes.AsSpan(0, _count).CopyTo(grown);
            _bytes = grown;
        }

        bytes.CopyTo(_bytes.AsSpan(_count));
        _count = needed;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        FlushBuffer();
        _onClose?.Invoke(_bytes, _count);
    }
}
