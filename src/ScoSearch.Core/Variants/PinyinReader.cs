namespace ScoSearch.Core.Variants;

/// <summary>How Chinese words are read. Stateless; thread-safe.</summary>
internal static class PinyinReader
{
    // A title longer than this is not typed out.
    private const int MaxSyllables = 30;

    // Readings besides the likeliest one; words with many ambiguous characters would have hundreds.
    private const int MaxKeys = 4;

    /// <summary>The readings of a folded word as syllables of <see cref="PinyinTable"/>, the likeliest first.</summary>
    /// <returns>Empty when it holds letters, digits or characters without a reading; punctuation is passed over.</returns>
    public static List<string> Read(string word)
    {
        PinyinTable table = PinyinTable.Instance;
        List<string> choices = [];
        for (int at = 0; at < word.Length && choices.Count < MaxSyllables;)
        {
            string phrase = table.FindPhrase(word.AsSpan(at));
            if (phrase.Length > 0)
            {
                choices.AddRange(phrase.Select(syllable => syllable.ToString()));
                at += phrase.Length;
                continue;
            }

            string readings = table.ReadingsOf(word[at]);
            if (readings.Length > 0)
            {
                choices.Add(readings);
            }
            else if (char.IsLetterOrDigit(word[at]) || char.IsSurrogate(word[at]))
            {
                return [];
            }

            at++;
        }

        return choices.Count == 0 ? [] : Combine(choices);
    }

    /// <summary>First letters of a reading.</summary>
    public static string InitialsOf(string reading) =>
        string.Create(reading.Length, reading, static (letters, syllables) =>
        {
            for (int i = 0; i < letters.Length; i++)
            {
                letters[i] = PinyinTable.Instance.LettersOf(syllables[i])[0];
            }
        });

    // The likeliest reading, then those that differ from it in one character.
    private static List<string> Combine(List<string> choices)
    {
        char[] usual = [.. choices.Select(readings => readings[0])];
        List<string> keys = [new string(usual)];
        for (int i = 0; i < choices.Count; i++)
        {
            foreach (char other in choices[i].AsSpan(1))
            {
                if (keys.Count == MaxKeys)
                {
                    return keys;
                }

                char[] variant = [.. usual];
                variant[i] = other;
                keys.Add(new string(variant));
            }
        }

        return keys;
    }
}
