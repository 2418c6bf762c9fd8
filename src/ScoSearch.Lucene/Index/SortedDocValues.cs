namespace ScoSearch.Lucene.Index;

/// <summary>One ordinal a document, standing for a byte string in a sorted dictionary. Not thread-safe.</summary>
public abstract class SortedDocValues : DocValuesCursor
{
    /// <summary>Number of distinct values.</summary>
    public abstract int ValueCount { get; }

    /// <summary>Ordinal of the current document's value, from 0.</summary>
    public abstract int OrdValue { get; }

    /// <summary>The value of an ordinal; valid until the next look-up.</summary>
    public abstract ReadOnlySpan<byte> LookupOrd(int ord);

    /// <summary>Ordinal of a value, or -(insertion point) - 1 when it is not there.</summary>
    public abstract int LookupTerm(ReadOnlySpan<byte> value);
}
