using ScoSearch.Core.Indexing;

namespace ScoSearch.Core.Querying;

/// <summary>What a planned query looks for, for the marks in its hits. Not thread-safe while it is gathered.</summary>
internal sealed class QueryTerms
{
    private readonly Dictionary<string, HashSet<string>> _byField = new(StringComparer.Ordinal)
    {
        [ParagraphFields.Words] = new(StringComparer.Ordinal),
        [ParagraphFields.Grams] = new(StringComparer.Ordinal),
    };

    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);

    /// <summary>Every term, by field.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> ByField => _byField;

    /// <summary>The words.</summary>
    public HashSet<string> Words => _byField[ParagraphFields.Words];

    /// <summary>The bigrams and single characters.</summary>
    public HashSet<string> Grams => _byField[ParagraphFields.Grams];

    /// <summary>Adds the terms of a string.</summary>
    /// <param name="shown">The string.</param>
    /// <param name="withPieces">Whether pieces of runs are looked for too.</param>
    public void AddVisible(VisibleString shown, bool withPieces) => shown.AddTo(Grams, Whole, withPieces);

    /// <summary>The bigrams that are all of a phrase.</summary>
    public HashSet<string> Whole => _whole;
}
