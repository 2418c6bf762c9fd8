using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Value = table entry of the packed number. Immutable.</summary>
internal sealed class TableLongValues(DirectReader packed, long[] table, IndexInput data) : LongValues
{
    /// <inheritdoc/>
    public override long Get(long index)
    {
        long entry = packed[index];
        return (ulong)entry < (ulong)table.Length
            ? table[entry]
            : throw data.Corrupt(packed.PlaceOf(index), $"a table entry below {table.Length}", $"{entry}");
    }
}
