namespace ScoSearch.Core.Suggesting;

/// <summary>The answer to a <see cref="SuggestRequest"/>. Immutable.</summary>
public sealed record SuggestResponse
{
    /// <summary>The text as it was asked.</summary>
    public required string Query { get; init; }

    /// <summary>How it may go on, the most useful first; empty when nothing in the index begins like that.</summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }

    /// <summary>Milliseconds from receiving the request to the finished answer.</summary>
    public required double TookMs { get; init; }

    /// <summary>Generation of the commit that answered.</summary>
    public required long Generation { get; init; }
}
