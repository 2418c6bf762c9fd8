namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Numbered 64-bit integers on disk, in one of the shapes of a numeric entry.</summary>
internal abstract class LongValues
{
    /// <summary>The value of a number from 0.</summary>
    /// <exception cref="Store.CorruptIndexException">The number lies outside the data.</exception>
    public abstract long Get(long index);
}
