namespace ScoSearch.Core.Searching;

/// <summary>Asks for paragraphs like another one. Immutable; safe to share between threads.</summary>
public sealed record SimilarRequest
{
    /// <summary>Number of paragraphs wanted, from 1 to <see cref="SearchRequest.MaxLimit"/>; the default is 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Condition that hits must meet, in the language of <see cref="SearchRequest.Filter"/>; null for none.</summary>
    public string? Filter { get; init; }

    /// <summary>Whether paragraphs of the same document are left out; the default is false.</summary>
    public bool OtherDocumentsOnly { get; init; }

    /// <summary>Whether the words shared with the paragraph are marked. The default is true.</summary>
    public bool Highlight { get; init; } = true;

    /// <summary>How snippets are cut and marked.</summary>
    public SnippetOptions Snippets { get; init; } = new();

    /// <summary>Language of texts for people in the answer; the default is Chinese.</summary>
    public MessageLanguage Language { get; init; }

    /// <summary>The settings that hits of a search share.</summary>
    internal SearchRequest ToHitSettings() => new("")
    {
        Limit = Limit,
        Filter = Filter,
        Highlight = Highlight,
        Snippets = Snippets,
        Language = Language,
    };

    /// <summary>Checks every number against its range.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        ToHitSettings().Validate();
    }
}
