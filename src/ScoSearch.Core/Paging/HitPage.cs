using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Paging;

/// <summary>A page of what was found, not read yet. Immutable.</summary>
/// <param name="Hits">The paragraphs in order.</param>
/// <param name="Total">How many match.</param>
internal sealed record HitPage(IReadOnlyList<GroupedHit> Hits, HitCount Total)
{
    /// <summary>Number of documents among the matches; null when they were not grouped.</summary>
    public long? Documents { get; init; }

    /// <summary>Counts of the facets asked for; null when none was.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>? Facets { get; init; }

    /// <summary>Cursor of the next page; null when there is none.</summary>
    public string? Next { get; init; }

    /// <summary>Time spent on counting facets, in milliseconds, where it was spent for them alone.</summary>
    public double FacetsMs { get; init; }
}
