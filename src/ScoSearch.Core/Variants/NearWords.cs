namespace ScoSearch.Core.Variants;

/// <summary>Finds the words of a vocabulary that some characters may be a typing error of. Thread-safe.</summary>
/// <remarks>
/// Three errors are known: characters of the same sound (by input methods), two neighbours swapped, and, in words of three
/// characters or more, any one character wrong.
/// </remarks>
internal sealed class NearWords
{
    /// <summary>Longest word that is looked for, in characters.</summary>
    public const int MaxLength = 8;

    // Words that share a beginning; more are not looked through.
    private const int MaxScan = 4000;

    // The costs are logarithms of how much rarer each error is than none.
    private const double SoundCost = 1;
    private const double SwapCost = 2;
    private const double WrongCost = 4;
    private const double TermBonus = 2;
    private const double LengthBonus = 2;

    private readonly PinyinIndex _index;

    // Words of three characters or more from their end: for those whose first character is wrong.
    private readonly PrefixTable _reversed;

    public NearWords(PinyinIndex index)
    {
        _index = index;
        _reversed = PrefixTable.Create(
            [.. index.Vocabulary.Entries.Index()
                .Where(e => e.Item.Kind != VocabularyKind.Title && e.Item.Key.Length is >= 3 and <= MaxLength
                    && e.Item.Key.All(c => c is >= '\u3400' and <= '\u9FFF'))
                .Select(e => (Reverse(e.Item.Key), e.Index))]);
    }

    /// <summary>Whether a string is a word of the texts.</summary>
    public bool IsWord(ReadOnlySpan<char> text)
    {
        PrefixTable table = _index.Vocabulary.ByKey;
        (int from, int to) = table.Find(text);
        return from < to && table.KeyAt(from).Length == text.Length;
    }

    /// <summary>Adds the words near to some characters of a query.</summary>
    /// <param name="query">The query, folded.</param>
    /// <param name="start">The first of the characters.</param>
    /// <param name="length">Their number.</param>
    /// <param name="unknown">For each character of the query but the last, whether no text holds it before the next one.</param>
    /// <param name="found">Takes the words.</param>
    /// <remarks>
    /// Any character may be wrong only where it is strange on both sides; the same sound is telling enough to be tried anywhere.
    /// </remarks>
    public void Find(string query, int start, int length, bool[] unknown, List<HanCandidate> found)
    {
        string typed = query.Substring(start, length);
        FindSameSound(typed, start, found);
        FindSwapped(typed, start, unknown, found);
        for (int wrong = 0; wrong < length && length >= 3; wrong++)
        {
            int at = start + wrong;
            if ((at > 0 && !unknown[at - 1]) || (at < unknown.Length && !unknown[at]))
            {
                continue;
            }

            if (wrong > 0)
            {
                FindWrong(_index.Vocabulary.ByKey, typed, wrong, start, found);
            }
            else
            {
                FindWrong(_reversed, Reverse(typed), length - 1, start, found);
            }
        }
    }

    private void FindSameSound(string typed, int start, List<HanCandidate> found)
    {
        PrefixTable table = _index.Readings;
        foreach (string reading in PinyinReader.Read(typed))
        {
            (int from, int to) = table.Find(reading);
            for (int row = from; row < to && table.KeyAt(row).Length == reading.Length; row++)
            {
                VocabularyEntry entry = _index.Vocabulary.Entries[table.EntryAt(row)];
                int different = entry.Key.Length == typed.Length ? CountDifferent(entry.Key, typed) : 0;
                if (different > 0 && different <= Math.Max(1, typed.Length / 2))
                {
                    Add(entry, start, SoundCost * different, found);
                }
            }
        }
    }

    private void FindSwapped(string typed, int start, bool[] unknown, List<HanCandidate> found)
    {
        for (int i = 0; i + 1 < typed.Length; i++)
        {
            if (!unknown[start + i])
            {
                continue;
            }

            string swapped = $"{typed[..i]}{typed[i + 1]}{typed[i]}{typed[(i + 2)..]}";
            if (swapped != typed && _index.Vocabulary.Find(swapped) is { } entry)
            {
                Add(entry, start, SwapCost, found);
            }
        }
    }

    // Words that agree before the wrong character and after it.
    private void FindWrong(PrefixTable table, string typed, int wrong, int start, List<HanCandidate> found)
    {
        (int from, int to) = table.Find(typed.AsSpan(0, wrong));
        to = Math.Min(to, from + MaxScan);
        for (int row = from; row < to; row++)
        {
            ReadOnlySpan<char> key = table.KeyAt(row);
            if (key.Length == typed.Length && key[wrong] != typed[wrong] && key[(wrong + 1)..].SequenceEqual(typed.AsSpan(wrong + 1)))
            {
                Add(_index.Vocabulary.Entries[table.EntryAt(row)], start, WrongCost, found);
            }
        }
    }

    private static void Add(VocabularyEntry entry, int start, double cost, List<HanCandidate> found)
    {
        if (entry.Kind == VocabularyKind.Title || !entry.Key.All(c => c is >= '\u3400' and <= '\u9FFF'))
        {
            return;
        }

        double score = Math.Log(1 + entry.Count) + (LengthBonus * entry.Key.Length) - cost
            + (entry.Kind == VocabularyKind.Term ? TermBonus : 0);
        found.Add(new HanCandidate(start, entry.Key, score));
    }

    private static int CountDifferent(string a, string b)
    {
        int count = 0;
        for (int i = 0; i < a.Length; i++)
        {
            count += a[i] != b[i] ? 1 : 0;
        }

        return count;
    }

    private static string Reverse(string text)
    {
        char[] characters = text.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}
