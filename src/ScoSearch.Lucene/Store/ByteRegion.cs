namespace ScoSearch.Lucene.Store;

/// <summary>Read-only memory behind an open file: a mapped view or a pinned array. Immutable.</summary>
/// <remarks>
/// The memory stays valid as long as the region is reachable: nothing unmaps it earlier than the garbage collector, so a
/// cursor that outlives its reader reads old bytes and never crashes the process.
/// </remarks>
internal sealed unsafe class ByteRegion
{
    // Keeps the mapping or the pinned array alive for as long as this region is reachable.
    private readonly object? _owner;

    public ByteRegion(byte* start, long length, object? owner)
    {
        Start = start;
        Length = length;
        _owner = owner;
    }

    public byte* Start { get; }

    public long Length { get; }

    /// <summary>Takes a pinned array (allocated on the pinned object heap) without copying.</summary>
    public static ByteRegion FromPinnedArray(byte[] pinned, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, pinned.Length);

        // Safety: the caller allocated the array with pinned: true, so its address never changes; _owner keeps it alive.
        byte* start = (byte*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
        return new ByteRegion(start, length, pinned);
    }

    public override string ToString() => $"{Length} bytes of {_owner?.GetType().Name ?? "nothing"}";
}
