using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Packed;

/// <summary>Writes a non-decreasing sequence as deviations from one straight line a block.</summary>
/// <remarks>
/// For each block of 2^shift values the meta stream gets i64 min, float32 slope, i64 offset of the block's data and i8 width;
/// the data stream gets the packed deviations, nothing when all are zero. Decoding: min + (long)(slope × (float)i) + packed.
/// The product must be rounded to single precision on both sides. Not thread-safe.
/// </remarks>
internal sealed class DirectMonotonicWriter
{
    /// <summary>Bytes of meta data a block.</summary>
    public const int MetaBytesPerBlock = 21;

    private readonly IndexOutput _meta;
    private readonly IndexOutput _data;
    private readonly long _base;
    private readonly long[] _block;
    private int _count;
    private long _previous = long.MinValue;

    /// <param name="meta">Gets the blocks' lines.</param>
    /// <param name="data">Gets the blocks' deviations; offsets count from its present position.</param>
    /// <param name="expectedCount">Number of values that will be added, which bounds the buffer.</param>
    /// <param name="blockShift">Logarithm of the values a block.</param>
    public DirectMonotonicWriter(IndexOutput meta, IndexOutput data, long expectedCount, int blockShift)
    {
        _meta = meta;
        _data = data;
        _base = data.Position;
        _block = new long[Math.Max(1, Math.Min(expectedCount, 1L << blockShift))];
        BlockLength = 1L << blockShift;
    }

    private long BlockLength { get; }

    /// <summary>Appends a value, not less than the one before.</summary>
    public void Add(long value)
    {
        if (value < _previous)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"Less than the value before, {_previous}.");
        }

        if (_count == BlockLength)
        {
            FlushBlock();
        }

        _block[_count++] = value;
        _previous = value;
    }

    /// <summary>Writes the last block; call once, after exactly the expected number of values.</summary>
    public void Finish()
    {
        if (_count > 0)
        {
            FlushBlock();
        }
    }

    /// <summary>The line's value at an index, in the exact arithmetic that readers repeat.</summary>
    public static long Expected(float slope, int index) => (long)(slope * (float)index);

    private void FlushBlock()
    {
        Span<long> values = _block.AsSpan(0, _count);
        float slope = (float)((double)(values[^1] - values[0]) / Math.Max(1, values.Length - 1));
        long min = long.MaxValue;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] -= Expected(slope, i);
            min = Math.Min(min, values[i]);
        }

        long all = 0;
        foreach (ref long value in values)
        {
            value -= min;
            all |= value;
        }

        _meta.WriteInt64(min);
        _meta.WriteInt32(BitConverter.SingleToInt32Bits(slope));
        _meta.WriteInt64(_data.Position - _base);
        int width = all == 0 ? 0 : BitWidths.Direct(all);
        _meta.WriteByte((byte)width);
        if (width != 0)
        {
            DirectWriter writer = new(_data, width);
            foreach (long value in values)
            {
                writer.Add(value);
            }

            writer.Finish();
        }

        _count = 0;
    }
}
