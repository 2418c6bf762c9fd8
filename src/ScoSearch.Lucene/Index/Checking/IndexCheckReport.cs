namespace ScoSearch.Lucene.Index.Checking;

/// <summary>Outcome of <see cref="IndexChecker.Check"/>. Immutable.</summary>
/// <param name="Generation">N of the commit that was checked, or -1 when it could not be read.</param>
/// <param name="Segments">What was counted in each segment that could be opened, in document order.</param>
/// <param name="Problems">What is wrong; empty for a sound index.</param>
public sealed record IndexCheckReport(
    long Generation, IReadOnlyList<SegmentStatistics> Segments, IReadOnlyList<IndexProblem> Problems)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsSound => Problems.Count == 0;

    /// <summary>Number of documents that are not deleted, over the segments that could be opened.</summary>
    public int NumDocs => Segments.Sum(segment => segment.MaxDoc - segment.DeletedCount);
}
