namespace ScoSearch.Core.Reading;

/// <summary>Which documents to list. Immutable; safe to share between threads.</summary>
public sealed record DocumentListRequest
{
    /// <summary>Most documents a list carries.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Number of documents to pass over, at least 0; the default is 0.</summary>
    public int Offset { get; init; }

    /// <summary>Number of documents wanted, from 1 to <see cref="MaxLimit"/>; the default is 50.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Only documents with at least one paragraph that meets this condition, in the language of
    /// <see cref="Searching.SearchRequest.Filter"/>; null for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Checks every number against its range.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Offset);
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Limit, MaxLimit);
    }
}
