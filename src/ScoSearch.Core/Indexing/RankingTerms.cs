namespace ScoSearch.Core.Indexing;

/// <summary>Makes the terms of <see cref="ParagraphFields.Ranking"/>: words and bigrams of one text in one list. Stateless.</summary>
/// <remarks>
/// <para>Most words of Chinese have two characters and so are bigrams themselves. In one field such a word is one term with one
/// postings list, and a query of words and bigrams asks for little more than one of words alone.</para>
/// <para>Example: 上海合作 gives 上海, 海合, 合作, the bigrams; its words 上海 and 合作 are among them. Of 塔吉克斯坦, cut as one
/// word, there are the four bigrams and the word. Characters alone are there only where they are words.</para>
/// </remarks>
internal static class RankingTerms
{
    /// <summary>Merges both rows of terms of a text, by where they begin.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="grams">Its bigrams, runs and single characters, as for indexing; pieces of runs are passed over.</param>
    public static TokenRecording Merge(TokenRecording words, TokenRecording grams)
    {
        TokenRecording.Builder merged = new(words.Count + grams.Count);
        int gram = 0;
        for (int word = 0; word < words.Count; word++)
        {
            int start = words.StartOffsetAt(word);
            gram = AddGrams(merged, grams, gram, start);
            if (!IsGram(grams, gram, start, words.TermAt(word)))
            {
                Add(merged, words, word);
            }
        }

        AddGrams(merged, grams, gram, int.MaxValue);
        return merged.Build();
    }

    /// <summary>Whether a term is a single character of a script without blanks: no term here unless it is a word.</summary>
    public static bool IsCharacter(ReadOnlySpan<char> term) =>
        !term.IsEmpty && GramElements.KindAt(term, 0, out int length) == ElementKind.Character && length == term.Length;

    // Adds what begins at lastStart or before and returns the first term that begins behind.
    private static int AddGrams(TokenRecording.Builder merged, TokenRecording grams, int gram, int lastStart)
    {
        for (; gram < grams.Count && grams.StartOffsetAt(gram) <= lastStart; gram++)
        {
            if (!IsCharacter(grams.TermAt(gram)) && !RunPieces.IsPiece(grams.TermAt(gram)))
            {
                Add(merged, grams, gram);
            }
        }

        return gram;
    }

    // Whether one of the terms before nextGram that begin at start is the same and was added.
    private static bool IsGram(TokenRecording grams, int nextGram, int start, ReadOnlySpan<char> term)
    {
        if (IsCharacter(term))
        {
            return false;
        }

        for (int gram = nextGram - 1; gram >= 0 && grams.StartOffsetAt(gram) == start; gram--)
        {
            if (grams.TermAt(gram).SequenceEqual(term))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(TokenRecording.Builder merged, TokenRecording terms, int index) =>
        merged.Add(terms.TermAt(index), 1, terms.StartOffsetAt(index), terms.EndOffsetAt(index));
}
