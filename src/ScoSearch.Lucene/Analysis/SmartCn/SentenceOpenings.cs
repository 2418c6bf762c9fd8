namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// How readily a text begins a sentence, by the statistics of SmartCn's dictionary: how often its first word was seen at
/// all, and how often at the beginning of a sentence. Thread-safe; no allocation.
/// </summary>
public static class SentenceOpenings
{
    private const int MaxWord = 4;

    // The dictionary's model: see the weights of the edges between words.
    private const double Total = 2_159_997;
    private const double Epsilon = 1 / Total;
    private const double Lexical = 0.9;

    // Of 7,858,035 words in the texts the dictionary was counted in, 329,805 began a sentence and 358,156 were 的.
    private const double SentencesToWords = 0.042;
    private const double DeToWords = 0.0456;

    /// <summary>How much more often than other words the first word of a text begins a sentence.</summary>
    /// <param name="text">The text; only its first four characters are looked at.</param>
    /// <param name="length">Length of the word; 0 when there is none.</param>
    /// <returns>
    /// 1 for a word that begins sentences as often as words do on average, near 0 for one that never does although it is
    /// frequent; null when the text does not begin with a word of the dictionary.
    /// </returns>
    public static double? RatioOf(ReadOnlySpan<char> text, out int length)
    {
        SmartChineseLexicon lexicon = SmartChineseLexicon.Instance;
        uint slot = FirstWord(lexicon, text, out length);
        return slot == 0 ? null : Ratio(lexicon, (uint)(lexicon.SpecialStart + SpecialNode.Begin), slot, SentencesToWords);
    }

    /// <summary>
    /// Whether the first word of a text is used like a noun: it follows 的 at least half as often as words do on average.
    /// </summary>
    public static bool IsLikeNoun(ReadOnlySpan<char> text)
    {
        SmartChineseLexicon lexicon = SmartChineseLexicon.Instance;
        uint slot = FirstWord(lexicon, text, out _);
        return slot != 0 && Ratio(lexicon, lexicon.Find("的"), slot, DeToWords) >= 0.5;
    }

    // The longest word that was seen at all.
    private static uint FirstWord(SmartChineseLexicon lexicon, ReadOnlySpan<char> text, out int length)
    {
        for (length = Math.Min(MaxWord, text.Length); length > 0; length--)
        {
            uint slot = lexicon.Find(text[..length]);
            if (slot != 0 && FrequencyOf(lexicon, slot) >= 0.5)
            {
                return slot;
            }
        }

        return 0;
    }

    private static double Ratio(SmartChineseLexicon lexicon, uint left, uint word, double usual) =>
        (PairsOf(lexicon, left, word) + 0.5) / ((FrequencyOf(lexicon, word) * usual) + 0.5);

    // The weight towards a word with which there is no pair holds nothing but the frequency.
    private static double FrequencyOf(SmartChineseLexicon lexicon, uint slot) =>
        (((Absent(lexicon, slot) - (Lexical * Epsilon)) * Total) / (1 - Lexical)) - 1;

    private static double PairsOf(SmartChineseLexicon lexicon, uint left, uint right)
    {
        double share = Math.Exp(-lexicon.Weight(left, lexicon.Nodes[right].Column)) - Absent(lexicon, left);
        return share * (1 + FrequencyOf(lexicon, left)) / (Lexical * (1 - Epsilon));
    }

    private static double Absent(SmartChineseLexicon lexicon, uint slot) =>
        Math.Exp(-lexicon.Weights[lexicon.Nodes[slot].AbsentWeight]);
}
