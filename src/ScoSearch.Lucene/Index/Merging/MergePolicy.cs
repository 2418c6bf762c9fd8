namespace ScoSearch.Lucene.Index.Merging;

/// <summary>Chooses which segments are merged. Immutable; safe to share between writers.</summary>
public abstract record MergePolicy
{
    /// <summary>Only policies of this library know what a segment is.</summary>
    private protected MergePolicy()
    {
    }

    /// <summary>A merged segment is packed into one file when it has at most this share of the index's bytes; from 0
    /// (never) to 1 (always). The default is 0.1.</summary>
    public double NoCompoundRatio { get; init; } = 0.1;

    /// <summary>Merges that keep the number of segments in bounds, after segments were added.</summary>
    /// <param name="segments">All segments in document order.</param>
    /// <returns>Names of the segments of each merge; a segment occurs at most once.</returns>
    internal abstract IReadOnlyList<string[]> FindMerges(IReadOnlyList<MergeCandidate> segments);

    /// <summary>Merges that bring the index down to <paramref name="maxSegmentCount"/> segments; empty when it is
    /// there.</summary>
    internal abstract IReadOnlyList<string[]> FindForcedMerges(
        IReadOnlyList<MergeCandidate> segments, int maxSegmentCount);

    /// <summary>Merges that get rid of deleted documents.</summary>
    internal abstract IReadOnlyList<string[]> FindForcedDeletesMerges(IReadOnlyList<MergeCandidate> segments);

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    internal virtual void Validate()
    {
        if (NoCompoundRatio is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"{nameof(NoCompoundRatio)} must be from 0 to 1; it is {NoCompoundRatio}.");
        }
    }

    /// <summary>Whether a merged segment is packed into one file.</summary>
    internal bool UseCompoundFile(long mergedBytes, long indexBytes) =>
        NoCompoundRatio > 0 && mergedBytes <= NoCompoundRatio * indexBytes;
}
