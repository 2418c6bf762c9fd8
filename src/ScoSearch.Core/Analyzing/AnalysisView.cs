namespace ScoSearch.Core.Analyzing;

/// <summary>How a query and a paragraph are cut, and whether and why they fit. Immutable.</summary>
public sealed record AnalysisView
{
    /// <summary>The query as it is cut; null when none was given.</summary>
    public AnalyzedText? Query { get; init; }

    /// <summary>The paragraph or text as it is cut; null when none was given.</summary>
    public AnalyzedText? Text { get; init; }

    /// <summary>Id of the paragraph; null for a text that was given.</summary>
    public string? ParagraphId { get; init; }

    /// <summary>The query in the engine's notation; null when none was given.</summary>
    public string? Parsed { get; init; }

    /// <summary>Each term of the query with its places in the paragraph; null unless both were given.</summary>
    public IReadOnlyList<TermMatch>? Terms { get; init; }

    /// <summary>Whether the query finds the paragraph; null unless both were given.</summary>
    public bool? IsMatch { get; init; }

    /// <summary>Why it does or does not, in the language of the request; null unless both were given.</summary>
    public string? Reason { get; init; }
}
