namespace ScoSearch.Core.Searching;

/// <summary>The answer to a <see cref="SearchRequest"/>. Immutable.</summary>
public sealed record SearchResponse
{
    /// <summary>The query as it was asked.</summary>
    public required string Query { get; init; }

    /// <summary>How many paragraphs match.</summary>
    public required HitCount Total { get; init; }

    /// <summary>The hits, best first.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>A corrected query to offer, or null.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>Milliseconds from receiving the request to the finished answer.</summary>
    public required double TookMs { get; init; }

    /// <summary>Generation of the commit that answered.</summary>
    public required long Generation { get; init; }
}
