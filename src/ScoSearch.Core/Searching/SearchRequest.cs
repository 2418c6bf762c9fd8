namespace ScoSearch.Core.Searching;

/// <summary>A question to the index. Immutable; safe to share between threads.</summary>
/// <param name="Query">What the user typed, at most <see cref="MaxQueryLength"/> UTF-16 units.</param>
public sealed record SearchRequest(string Query)
{
    /// <summary>Longest query, in UTF-16 units.</summary>
    public const int MaxQueryLength = 1024;

    /// <summary>Greatest <see cref="MaxClauses"/>.</summary>
    public const int MaxClauseLimit = 64;

    /// <summary>Most hits one answer carries.</summary>
    public const int MaxLimit = 100;

    /// <summary>Deepest hit that offset paging reaches: offset + limit.</summary>
    public const int MaxWindow = 10_000;

    /// <summary>Number of hits wanted, from 0 to <see cref="MaxLimit"/>; the default is 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Number of best hits to pass over, at least 0; the default is 0.</summary>
    public int Offset { get; init; }

    /// <summary>Number of neighbouring paragraphs to return before and after each hit, from 0 to 10; the default is 0.</summary>
    public int Context { get; init; }

    /// <summary>How <see cref="Query"/> is read; the default is <see cref="QuerySyntax.Simple"/>.</summary>
    public QuerySyntax Syntax { get; init; }

    /// <summary>Where words are looked for: "text", "title", "section"; empty, the default, for all of them.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>How many of the words a paragraph needs; the default is <see cref="QueryOperator.Automatic"/>.</summary>
    public QueryOperator Operator { get; init; }

    /// <summary>Condition that hits must meet, such as <c>kind = body AND date >= 2023-01-01</c>; null for none.</summary>
    public string? Filter { get; init; }

    /// <summary>Order of hits; the default is best first.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>Facets to count: "document", "source", "kind", "year", "section"; empty, the default, for none.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Most values of each facet, from 1 to 1,000; the default is 20.</summary>
    public int FacetLimit { get; init; } = 20;

    /// <summary><see cref="SearchResponse.Next"/> of the page before; null for the first page. Not together with <see cref="Offset"/>.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether hits are grouped by document and only the best <see cref="GroupLimit"/> of each are returned.</summary>
    public bool Collapse { get; init; }

    /// <summary>Paragraphs of each document when collapsed, from 1 to 10; the default is 1.</summary>
    public int GroupLimit { get; init; } = 1;

    /// <summary>Whether matches are marked; without, snippets are the beginning of the text. The default is true.</summary>
    public bool Highlight { get; init; } = true;

    /// <summary>Hits with a lower score are left out; the default is 0.</summary>
    public float MinScore { get; init; }

    /// <summary>Whether each hit says why it has its score.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether the answer says where the time went.</summary>
    public bool Profile { get; init; }

    /// <summary>
    /// Most words, phrases, patterns and conditions of a query in the <see cref="QuerySyntax.Lucene"/> syntax, and of a filter; from 1 to
    /// <see cref="MaxClauseLimit"/>, the default.
    /// </summary>
    public int MaxClauses { get; init; } = MaxClauseLimit;

    /// <summary>Time after which what was found so far is returned, marked as <see cref="SearchResponse.TimedOut"/>; null for no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Language of texts for people in the answer; the default is Chinese.</summary>
    public MessageLanguage Language { get; init; }

    /// <summary>How snippets are cut and marked.</summary>
    public SnippetOptions Snippets { get; init; } = new();

    /// <summary>Checks every number against its range.</summary>
    internal void Validate()
    {
        if (Query.Length > MaxQueryLength)
        {
            throw Querying.QueryErrors.OfQuery.TooLong(Query.Length);
        }

        if (Filter?.Length > MaxQueryLength)
        {
            throw Querying.QueryErrors.OfFilter.TooLong(Filter.Length);
        }

        if (Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout > TimeSpan.FromHours(1)))
        {
            throw new ArgumentOutOfRangeException(nameof(Timeout), timeout, "Timeout must be above 0, up to an hour.");
        }

        CheckRange(MaxClauses, 1, MaxClauseLimit, nameof(MaxClauses));
        CheckRange(Limit, 0, MaxLimit, nameof(Limit));
        CheckRange(Offset, 0, MaxWindow - Limit, nameof(Offset));
        CheckRange(Context, 0, 10, nameof(Context));
        CheckRange(FacetLimit, 1, 1000, nameof(FacetLimit));
        CheckRange(GroupLimit, 1, 10, nameof(GroupLimit));
        CheckRange(Snippets.MaxFragmentLength, 20, 2000, nameof(Snippets.MaxFragmentLength));
        CheckRange(Snippets.MaxFragments, 1, 10, nameof(Snippets.MaxFragments));
    }

    private static void CheckRange(int value, int minimum, int maximum, string name)
    {
        if (value < minimum || value > maximum)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {minimum} to {maximum}.");
        }
    }
}
