using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Searching;

/// <summary>A planned query. Immutable.</summary>
/// <param name="Query">What is searched and scored.</param>
/// <param name="Words">The part of it that goes through words; null when there is none.</param>
/// <param name="Terms">Every term it looks for, by field.</param>
/// <param name="WholeGrams">The bigrams that are all of a phrase, a synonym or a string as typed, so that they stand for themselves.</param>
/// <param name="Loose">Its loose text; null when there is none.</param>
internal sealed record ParagraphQuery(
    Query Query,
    Query? Words,
    IReadOnlyDictionary<string, HashSet<string>> Terms,
    IReadOnlySet<string> WholeGrams,
    LooseQuery? Loose = null)
{
    /// <summary>
    /// The same for the word and bigram fields, which know where their terms stand; the ranking field does not. Default: <see cref="Query"/>.
    /// </summary>
    public Query Places { get; init; } = Query;

    /// <summary>Matches paragraphs that have all words of the loose text; null when there are fewer than two.</summary>
    public Query? AllWords { get; init; }
}
