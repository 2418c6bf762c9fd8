namespace ScoSearch.Core.Searching;

/// <summary>How a hit's text is cut and marked for display. Immutable.</summary>
public sealed record SnippetOptions
{
    /// <summary>Longest fragment, in UTF-16 units. From 20 to 2,000; the default is 160.</summary>
    public int MaxFragmentLength { get; init; } = 160;

    /// <summary>Most fragments a snippet joins, from 1 to 10; the default is 2.</summary>
    public int MaxFragments { get; init; } = 2;

    /// <summary>Put before each match, not escaped; the default is <c>&lt;mark&gt;</c>.</summary>
    public string PreTag { get; init; } = "<mark>";

    /// <summary>Put after each match, not escaped; the default is <c>&lt;/mark&gt;</c>.</summary>
    public string PostTag { get; init; } = "</mark>";

    /// <summary>How the snippet is written; the default is HTML.</summary>
    public SnippetFormat Format { get; init; }
}
