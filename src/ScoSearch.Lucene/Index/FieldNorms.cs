namespace ScoSearch.Lucene.Index;

/// <summary>The norms of one field: the encoded length of each document that has the field. Thread-safe.</summary>
public abstract class FieldNorms
{
    /// <summary>One signed byte a document, for all documents of the segment; empty when the norms are sparse, constant
    /// or wider.</summary>
    public abstract ReadOnlySpan<sbyte> Dense { get; }

    /// <summary>A cursor over the documents that have a norm.</summary>
    public abstract NumericDocValues GetCursor();
}
