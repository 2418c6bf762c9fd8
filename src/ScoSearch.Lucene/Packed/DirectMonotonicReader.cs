using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Packed;

/// <summary>Random access to what <see cref="DirectMonotonicWriter"/> wrote. Immutable and thread-safe.</summary>
internal sealed class DirectMonotonicReader
{
    private readonly IndexInput _input;
    private readonly long _offset;
    private readonly int _blockShift;
    private readonly int _blockMask;
    private readonly Block[] _blocks;

    private DirectMonotonicReader(IndexInput input, long offset, long count, int blockShift, Block[] blocks)
    {
        _input = input;
        _offset = offset;
        Count = count;
        _blockShift = blockShift;
        _blockMask = (int)((1L << blockShift) - 1);
        _blocks = blocks;
    }

    /// <summary>Number of values.</summary>
    public long Count { get; }

    /// <summary>The value at an index from 0 to <see cref="Count"/> - 1.</summary>
    /// <exception cref="CorruptIndexException">The index is outside: whatever was read to compute it is damaged.</exception>
    public long this[long index]
    {
        get
        {
            if ((ulong)index >= (ulong)Count)
            {
                throw _input.Corrupt(_offset, $"an index below {Count}", $"{index}");
            }

            ref readonly Block block = ref _blocks[(int)(index >> _blockShift)];
            int i = (int)index & _blockMask;
            long value = block.Min + DirectMonotonicWriter.Expected(block.Slope, i);
            return block.HasData ? value + block.Data[i] : value;
        }
    }

    /// <summary>A damage report for a value.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <param name="expected">What should be there.</param>
    /// <param name="found">What was found.</param>
    /// <returns>Names the file with the packed data and the value's place there; where a block has no data, where the
    /// data begins.</returns>
    public CorruptIndexException Corrupt(long index, string expected, string found)
    {
        ref readonly Block block = ref _blocks[(int)(index >> _blockShift)];
        return _input.Corrupt(block.HasData ? block.Data.PlaceOf(index & _blockMask) : _offset, expected, found);
    }

    /// <summary>Reads the meta part only, to be joined with the data later.</summary>
    /// <param name="meta">Positioned at the meta part; left behind it.</param>
    /// <param name="count">Number of values.</param>
    /// <param name="blockShift">Logarithm of the values a block.</param>
    public static DirectMonotonicMeta ReadMeta(IndexInput meta, long count, int blockShift)
    {
        if (blockShift is < 2 or > 22)
        {
            throw meta.Corrupt(meta.Position, "a block shift from 2 to 22", $"{blockShift}");
        }

        long blocks = count <= 0 ? 0 : ((count - 1) >> blockShift) + 1;
        if (count < 0 || blocks > (meta.Length - meta.Position) / DirectMonotonicWriter.MetaBytesPerBlock)
        {
            throw meta.Corrupt(meta.Position, "blocks that fit into the file", $"{blocks} blocks for {count} values");
        }

        DirectMonotonicMeta.Block[] result = new DirectMonotonicMeta.Block[blocks];
        for (int i = 0; i < result.Length; i++)
        {
            long min = meta.ReadInt64();
            float slope = BitConverter.Int32BitsToSingle(meta.ReadInt32());
            result[i] = new DirectMonotonicMeta.Block(min, slope, meta.ReadInt64(), meta.ReadByte());
        }

        return new DirectMonotonicMeta(count, blockShift, result);
    }

    /// <summary>Joins meta part and data.</summary>
    /// <param name="meta">The meta part.</param>
    /// <param name="input">The data file up to its end.</param>
    /// <param name="offset">Where the sequence's data starts.</param>
    public static DirectMonotonicReader Open(DirectMonotonicMeta meta, IndexInput input, long offset)
    {
        Block[] blocks = new Block[meta.Blocks.Length];
        for (int i = 0; i < blocks.Length; i++)
        {
            DirectMonotonicMeta.Block block = meta.Blocks[i];
            long values = Math.Min(1L << meta.BlockShift, meta.Count - ((long)i << meta.BlockShift));
            if (block.Offset < 0 || block.Offset > input.Length)
            {
                throw input.Corrupt(offset, "packed data inside the file", $"offset {block.Offset}");
            }

            blocks[i] = new Block(
                block.Min,
                block.Slope,
                block.Width != 0,
                block.Width == 0 ? default : new DirectReader(input, offset + block.Offset, block.Width, values));
        }

        return new DirectMonotonicReader(input, offset, meta.Count, meta.BlockShift, blocks);
    }

    /// <summary>Index of the last value that is at most <paramref name="key"/>, or -1.</summary>
    public long FindLastAtMost(long key)
    {
        long low = 0;
        long high = Count - 1;
        while (low <= high)
        {
            long middle = (low + high) >>> 1;
            if (this[middle] <= key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    private readonly record struct Block(long Min, float Slope, bool HasData, DirectReader Data);
}
