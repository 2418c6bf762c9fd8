namespace ScoSearch.TestSupport;

/// <summary>The result of a search.</summary>
/// <param name="Total">The number of matches, or a lower bound of it.</param>
/// <param name="IsExact">False when <paramref name="Total"/> is only a lower bound.</param>
/// <param name="Hits">The best hits, best first.</param>
public sealed record JudgeHits(long Total, bool IsExact, IReadOnlyList<JudgeHit> Hits)
{
    /// <summary>One hit a line, for comparing and for messages.</summary>
    public string Describe() =>
        string.Join('\n', Hits.Select(h => h.ToString()).Prepend($"total {(IsExact ? "" : ">= ")}{Total}"));
}
