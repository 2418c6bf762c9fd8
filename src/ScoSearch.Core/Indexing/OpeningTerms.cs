namespace ScoSearch.Core.Indexing;

/// <summary>Makes the terms of <see cref="ParagraphFields.Opening"/>: what a paragraph opens with, the nearer the more often. Stateless.</summary>
/// <remarks>
/// Where a word stands first would be known from positions too, but reading those costs more than all the rest of a search.
/// A frequency of 1 to 4 costs two bits. The name of a work, 《name》, counts as an opening wherever it stands: the paragraph
/// is about it.
/// </remarks>
internal static class OpeningTerms
{
    /// <summary>The frequency of a term the paragraph begins with.</summary>
    public const int MaxFrequency = 4;

    // Terms that begin before this offset, in UTF-16 units, belong to the opening.
    private const int OpeningLength = 60;

    // At this distance from the beginning a term counts half.
    private const double HalfLength = 15;

    /// <summary>The terms of a paragraph.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="terms">Its terms, as <see cref="RankingTerms.Merge"/> gives them.</param>
    public static TokenRecording Find(string text, TokenRecording terms)
    {
        Dictionary<string, int> frequencies = new(StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup =
            frequencies.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < terms.Count; i++)
        {
            int start = terms.StartOffsetAt(i);
            bool isName = start > 0 && text[start - 1] == '《'
                && terms.EndOffsetAt(i) is int end && end < text.Length && text[end] == '》';
            if (isName || start < OpeningLength)
            {
                lookup.TryGetValue(terms.TermAt(i), out int known);
                lookup[terms.TermAt(i)] = Math.Max(known, FrequencyAt(isName ? 0 : start));
            }
        }

        TokenRecording.Builder opening = new(2 * frequencies.Count);
        foreach ((string term, int frequency) in frequencies)
        {
            for (int i = 0; i < frequency; i++)
            {
                opening.Add(term, 1, 0, 0);
            }
        }

        return opening.Build();
    }

    private static int FrequencyAt(int offset) => Math.Max(1, (int)Math.Round(MaxFrequency / (1 + (offset / HalfLength))));
}
