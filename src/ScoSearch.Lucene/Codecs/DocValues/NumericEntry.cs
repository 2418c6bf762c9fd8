using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>How and where the integers of a field are. Immutable.</summary>
/// <remarks>
/// Documents (<see cref="DocsWithField"/>); i64 number of values; i32 table size (-1 none, -2 - shift: blocks of 2^shift
/// values with widths of their own) and table; u8 bits a value; i64 minimum; i64 factor; i64 offset and length of the values;
/// i64 offset of the blocks' jump table or -1. Value = minimum + factor × packed number, or table entry, or as the block says.
/// </remarks>
internal sealed class NumericEntry
{
    // Shifts that a block of 2^shift values may sensibly have; the writer uses 14.
    private const int MaxBlockShift = 30;

    private readonly IndexInput _data;
    private readonly long[]? _table;
    private readonly int _blockShift;
    private readonly int _width;
    private readonly long _min;
    private readonly long _factor;
    private readonly long _offset;
    private readonly long _jumpTable;

    public NumericEntry(IndexInput meta, IndexInput data)
    {
        _data = data;
        Docs = DocsWithField.Read(meta);
        ValueCount = meta.ReadInt64();
        long at = meta.Position;
        int tableSize = meta.ReadInt32();
        if (ValueCount < 0 || tableSize is > DocValuesFormat.MaxTableSize or 0 or < -2 - MaxBlockShift)
        {
            throw meta.Corrupt(
                at, $"a table of at most {DocValuesFormat.MaxTableSize} values", $"{tableSize}, {ValueCount} values");
        }

        if (tableSize > 0)
        {
            _table = new long[tableSize];
            foreach (ref long value in _table.AsSpan())
            {
                value = meta.ReadInt64();
            }
        }

        _blockShift = tableSize < -1 ? -2 - tableSize : -1;
        _width = meta.ReadByte();
        _min = meta.ReadInt64();
        _factor = meta.ReadInt64();
        _offset = meta.ReadInt64();
        long length = meta.ReadInt64();
        _jumpTable = meta.ReadInt64();
        if (_offset < 0 || length < 0 || _offset > data.Length - CodecUtil.FooterLength - length)
        {
            throw meta.Corrupt(at, $"values inside {data.Name}", $"{length} bytes at {_offset}");
        }

        CheckShape(meta, at, length);
    }

    /// <summary>Documents with a value.</summary>
    public DocsWithField Docs { get; }

    /// <summary>Number of values.</summary>
    public long ValueCount { get; }

    /// <summary>A view of the values; belongs to one cursor.</summary>
    public LongValues Open()
    {
        if (_blockShift >= 0)
        {
            return new BlockLongValues(_data, ValueCount, _blockShift, _factor, _jumpTable);
        }

        if (_width == 0)
        {
            return new ConstantLongValues(_min);
        }

        DirectReader packed = new(_data, _offset, _width, ValueCount);
        return _table is null ? new PackedLongValues(packed, _min, _factor) : new TableLongValues(packed, _table, _data);
    }

    private void CheckShape(IndexInput meta, long at, long length)
    {
        if (_blockShift >= 0)
        {
            long blocks = ValueCount == 0 ? 0 : ((ValueCount - 1) >> _blockShift) + 1;
            if (_jumpTable < _offset || blocks > (length - (_jumpTable - _offset)) / sizeof(long))
            {
                throw meta.Corrupt(at, $"a jump table of {blocks} blocks", $"offset {_jumpTable}");
            }
        }
        else if (_width != 0)
        {
            // Checks width and bounds now rather than at the first search.
            _ = new DirectReader(_data, _offset, _width, ValueCount);
        }
    }
}
