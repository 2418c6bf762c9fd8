namespace ScoSearch.Core.Searching;

/// <summary>The answer to a <see cref="SearchRequest"/>. Immutable.</summary>
public sealed record SearchResponse
{
    /// <summary>The query as it was asked.</summary>
    public required string Query { get; init; }

    /// <summary>How many paragraphs match.</summary>
    public required HitCount Total { get; init; }

    /// <summary>When collapsed: in how many documents they are; null otherwise.</summary>
    public long? Documents { get; init; }

    /// <summary>The hits in the order asked for.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>Counts of the facets asked for, by facet; the most frequent values first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>? Facets { get; init; }

    /// <summary>How the query was relaxed; null when it was answered as it was asked.</summary>
    public RelaxedQuery? Relaxed { get; init; }

    /// <summary>Cursor of the next page; null when there is none.</summary>
    public string? Next { get; init; }

    /// <summary>True when time ran out, so that hits and counts are those found until then.</summary>
    public bool TimedOut { get; init; }

    /// <summary>Where the time went; null unless asked for.</summary>
    public SearchProfile? Profile { get; init; }

    /// <summary>A corrected query to offer, or null.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>Milliseconds from receiving the request to the finished answer.</summary>
    public required double TookMs { get; init; }

    /// <summary>Generation of the commit that answered.</summary>
    public required long Generation { get; init; }
}
