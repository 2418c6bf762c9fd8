using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Packed ordinals, each checked against the number of terms: they index the arrays of sorts and facets. Immutable.</summary>
/// <param name="data">The file.</param>
/// <param name="offset">Where the packed ordinals start.</param>
/// <param name="width">Bits of an ordinal.</param>
/// <param name="ordCount">Number of ordinals.</param>
/// <param name="termCount">Number of terms; every ordinal is below it.</param>
internal sealed class OrdLongValues(
    IndexInput data, long offset, int width, long ordCount, long termCount) : LongValues
{
    private readonly DirectReader _packed = new(data, offset, width, ordCount);

    /// <inheritdoc/>
    public override long Get(long index)
    {
        long ord = _packed[index];
        return (ulong)ord < (ulong)termCount
            ? ord
            : throw data.Corrupt(offset + (index * width / 8), $"an ordinal below {termCount}", $"{ord}");
    }
}
