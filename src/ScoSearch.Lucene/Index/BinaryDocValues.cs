namespace ScoSearch.Lucene.Index;

/// <summary>One byte string a document. Not thread-safe.</summary>
public abstract class BinaryDocValues : DocValuesCursor
{
    /// <summary>Value of the current document; valid until the cursor moves.</summary>
    public abstract ReadOnlySpan<byte> BinaryValue { get; }
}
