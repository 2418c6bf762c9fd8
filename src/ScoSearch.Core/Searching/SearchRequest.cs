namespace ScoSearch.Core.Searching;

/// <summary>A question to the index. Immutable; safe to share between threads.</summary>
/// <param name="Query">What the user typed, at most <see cref="MaxQueryLength"/> UTF-16 units.</param>
public sealed record SearchRequest(string Query)
{
    /// <summary>Longest query, in UTF-16 units.</summary>
    public const int MaxQueryLength = 1024;

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

    /// <summary>How snippets are cut and marked.</summary>
    public SnippetOptions Snippets { get; init; } = new();

    /// <summary>Checks every number against its range.</summary>
    internal void Validate()
    {
        if (Query.Length > MaxQueryLength)
        {
            throw new ArgumentException($"The query has {Query.Length} characters; at most {MaxQueryLength} are allowed.");
        }

        CheckRange(Limit, 0, MaxLimit, nameof(Limit));
        CheckRange(Offset, 0, MaxWindow - Limit, nameof(Offset));
        CheckRange(Context, 0, 10, nameof(Context));
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
