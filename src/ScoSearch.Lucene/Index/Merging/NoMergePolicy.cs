namespace ScoSearch.Lucene.Index.Merging;

/// <summary>Never merges, not even when asked to: for tests and for tools that look at segments. Immutable.</summary>
public sealed record NoMergePolicy : MergePolicy
{
    /// <inheritdoc/>
    internal override IReadOnlyList<string[]> FindMerges(IReadOnlyList<MergeCandidate> segments) => [];

    /// <inheritdoc/>
    internal override IReadOnlyList<string[]> FindForcedMerges(
        IReadOnlyList<MergeCandidate> segments, int maxSegmentCount) => [];

    /// <inheritdoc/>
    internal override IReadOnlyList<string[]> FindForcedDeletesMerges(IReadOnlyList<MergeCandidate> segments) => [];
}
