namespace ScoSearch.Lucene.Index;

/// <summary>Several distinct ordinals a document, ascending. Not thread-safe.</summary>
public abstract class SortedSetDocValues : DocValuesCursor
{
    /// <summary>Number of distinct values.</summary>
    public abstract long ValueCount { get; }

    /// <summary>Number of ordinals of the current document, at least 1.</summary>
    public abstract int DocValueCount { get; }

    /// <summary>Next ordinal of the current document; to be called at most <see cref="DocValueCount"/> times.</summary>
    public abstract long NextOrd();

    /// <summary>The value of an ordinal; valid until the next look-up.</summary>
    public abstract ReadOnlySpan<byte> LookupOrd(long ord);

    /// <summary>Ordinal of a value, or -(insertion point) - 1 when it is not there.</summary>
    public abstract long LookupTerm(ReadOnlySpan<byte> value);
}
