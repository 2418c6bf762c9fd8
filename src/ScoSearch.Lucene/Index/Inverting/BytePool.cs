using System.Runtime.CompilerServices;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Memory of one in-memory segment: term bytes and postings streams, allocated from fixed blocks, freed all at
/// once.</summary>
/// <remarks>
/// An address is block number * <see cref="BlockSize"/> + offset; an allocation never crosses a block. Address 0 is
/// never handed out, so that 0 can mean
/// "none". Not thread-safe.
/// </remarks>
internal sealed class BytePool(BlockCache cache, RamCounter ram)
{
    public const int BlockShift = 16;
    public const int BlockSize = 1 << BlockShift;
    public const int BlockMask = BlockSize - 1;

    // Invariant: 0 <= _next <= _blockCount * BlockSize; bytes below _next in the last block are handed out.
    private byte[][] _blocks = new byte[16][];
    private int _blockCount;
    private int _next;

    /// <summary>Bytes taken in blocks.</summary>
    public long AllocatedBytes => (long)_blockCount * BlockSize;

    /// <summary>Hands out that many bytes in one piece.</summary>
    /// <param name="size">From 1 to <see cref="BlockSize"/> - 1.</param>
    /// <exception cref="InvalidOperationException">Two gigabytes are in use.</exception>
    public int Allocate(int size)
    {
        if (_blockCount == 0 || size > BlockSize - (_next & BlockMask) || (_next & BlockMask) == 0)
        {
            AddBlock();
        }

        int address = _next;
        _next += size;
        return address;
    }

    /// <summary>The block that an address lies in; its offset there is <c>address &amp; BlockMask</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte[] BlockOf(int address) => _blocks[address >> BlockShift];

    /// <summary>Bytes of one allocation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Span(int address, int length) =>
        _blocks[address >> BlockShift].AsSpan(address & BlockMask, length);

    /// <summary>Gives all blocks back; the pool is empty afterwards.</summary>
    public void Clear()
    {
        for (int i = 0; i < _blockCount; i++)
        {
            cache.GiveBack(_blocks[i]);
        }

        ram.Add(-AllocatedBytes);
        _blocks = [];
        _blockCount = 0;
        _next = 0;
    }

    private void AddBlock()
    {
        if (_blockCount == int.MaxValue >> BlockShift)
        {
            throw new InvalidOperationException(
                "The in-memory part of the index is full: 2 GB of terms and postings in one document or block of documents.");
        }

        if (_blockCount == _blocks.Length)
        {
            Array.Resize(ref _blocks, Math.Max(16, 2 * _blocks.Length));
        }

        _blocks[_blockCount] = cache.Take();
        _next = (_blockCount * BlockSize) + (_blockCount == 0 ? 1 : 0);
        _blockCount++;
        ram.Add(BlockSize);
    }
}
