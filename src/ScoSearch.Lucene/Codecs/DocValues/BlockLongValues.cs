using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Blocks of 2^shift values, each with a width and minimum of its own. Not thread-safe: keeps the current block.</summary>
/// <remarks>
/// Block: u8 width; width 0: i64 value; otherwise i64 minimum, i32 length, packed numbers. The jump table has the file pointer
/// of each block.
/// </remarks>
internal sealed class BlockLongValues(
    IndexInput data, long valueCount, int blockShift, long factor, long jumpTable) : LongValues
{
    private const int ConstantHeader = 1;
    private const int PackedHeader = 13;

    private long _block = -1;
    private long _min;
    private bool _isConstant;
    private DirectReader _packed;

    /// <inheritdoc/>
    public override long Get(long index)
    {
        long block = index >> blockShift;
        if (block != _block)
        {
            Load(block);
        }

        return _isConstant ? _min : _min + (factor * _packed[index & ((1L << blockShift) - 1)]);
    }

    private void Load(long block)
    {
        _block = -1;
        long start = data.GetInt64(jumpTable + (block * sizeof(long)));
        int width = data.GetByte(start);
        _min = data.GetInt64(start + ConstantHeader);
        _isConstant = width == 0;
        if (!_isConstant)
        {
            long count = Math.Min(1L << blockShift, valueCount - (block << blockShift));
            _packed = new DirectReader(data, start + PackedHeader, width, count);
        }

        _block = block;
    }
}
