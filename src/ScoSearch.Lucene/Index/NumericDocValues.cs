namespace ScoSearch.Lucene.Index;

/// <summary>One 64-bit integer a document. Not thread-safe.</summary>
public abstract class NumericDocValues : DocValuesCursor
{
    /// <summary>Value of the current document.</summary>
    public abstract long LongValue { get; }
}
