namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>All values are equal. Immutable.</summary>
internal sealed class ConstantLongValues(long value) : LongValues
{
    /// <inheritdoc/>
    public override long Get(long index) => value;
}
