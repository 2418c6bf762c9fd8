namespace ScoSearch.Lucene.Index;

/// <summary>Several 64-bit integers a document, ascending. Not thread-safe.</summary>
public abstract class SortedNumericDocValues : DocValuesCursor
{
    /// <summary>Number of values of the current document, at least 1.</summary>
    public abstract int DocValueCount { get; }

    /// <summary>Next value of the current document; to be called at most <see cref="DocValueCount"/> times.</summary>
    public abstract long NextValue();
}
