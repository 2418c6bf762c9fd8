using ScoSearch.Lucene.Packed;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Value = min + factor × packed number. Immutable.</summary>
internal sealed class PackedLongValues(DirectReader packed, long min, long factor) : LongValues
{
    /// <inheritdoc/>
    public override long Get(long index) => min + (factor * packed[index]);
}
