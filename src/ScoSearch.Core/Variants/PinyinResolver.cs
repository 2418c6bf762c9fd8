namespace ScoSearch.Core.Variants;

/// <summary>Finds the Chinese words of an index that are read as typed letters. Thread-safe.</summary>
/// <remarks>
/// <para>The letters are cut into syllables in every possible way and the syllables into words of the vocabulary; the likeliest
/// sequence of words wins, where a word is as likely as it is frequent (a unigram model, found by dynamic programming over
/// the letters). Few words beat many. Example: <c>pujingzongtong</c> is pu-jing-zong-tong, 普京 + 总统.</para>
/// <para>Bounds: at most <see cref="TypedPinyin.MaxLetters"/> letters, a few paths and homophones at each.</para>
/// </remarks>
internal sealed class PinyinResolver(PinyinIndex index)
{
    // Paths kept at each letter, and homophones tried for each word.
    private const int MaxPaths = 4;
    private const int MaxHomophones = 3;

    // Words of the user dictionary are what people ask for: as if they were so much more frequent.
    private const double TermBonus = 2;

    // First letters alone fit many words; what is meant is one that many letters agree with.
    private const int MinInitials = 3;
    private const int MaxInitials = 12;

    private readonly double _total = Math.Log(1 + index.Vocabulary.Entries.Sum(entry => (double)entry.Count));

    /// <summary>What the letters stand for, the likeliest first; empty when words of the index cannot account for all of them.</summary>
    public IReadOnlyList<WordPath> Resolve(TypedPinyin typed)
    {
        List<WordPath>[] best = new List<WordPath>[typed.Letters.Length + 1];
        best[0] = [new WordPath("", 0)];
        for (int at = 0; at < typed.Letters.Length; at++)
        {
            if (best[at] is { } paths)
            {
                Extend(new Walk(typed, best, paths, IsSpaced: at > 0 && typed.IsBorder(at)), at, "", (0, index.Readings.Count));
            }
        }

        return best[^1] ?? [];
    }

    /// <summary>What the letters stand for as first letters of syllables; null when no entry fits them all.</summary>
    public string? ResolveInitials(TypedPinyin typed)
    {
        if (typed.Letters.Length is < MinInitials or > MaxInitials)
        {
            return null;
        }

        PrefixTable table = index.Initials;
        int best = -1;
        double bestScore = double.NegativeInfinity;
        (int from, int to) = table.Find(typed.Letters);
        for (int row = from; row < to && table.KeyAt(row).Length == typed.Letters.Length; row++)
        {
            double score = ScoreOf(table.EntryAt(row));
            if (score > bestScore)
            {
                (best, bestScore) = (table.EntryAt(row), score);
            }
        }

        return best < 0 ? null : index.Vocabulary.Entries[best].Text;
    }

    // Rows [rows.From, rows.To) begin with the key, so words of just that reading come first among them.
    private void Extend(Walk walk, int at, string key, (int From, int To) rows)
    {
        foreach ((char syllable, int end) in walk.Typed.SyllablesAt(at))
        {
            string longer = key + syllable;
            (int from, int to) = index.Readings.Find(longer, rows.From, rows.To);
            if (from < to)
            {
                AddWords(walk, end, longer.Length, from, to);
                if (end < walk.Typed.Letters.Length)
                {
                    Extend(walk, end, longer, (from, to));
                }
            }
        }
    }

    private void AddWords(Walk walk, int end, int length, int from, int to)
    {
        List<(double Score, int Entry)> homophones = [];
        for (int row = from; row < to && index.Readings.KeyAt(row).Length == length; row++)
        {
            homophones.Add((ScoreOf(index.Readings.EntryAt(row)), index.Readings.EntryAt(row)));
        }

        foreach ((double score, int entry) in homophones.OrderByDescending(h => h.Score).ThenBy(h => h.Entry).Take(MaxHomophones))
        {
            string word = index.Vocabulary.Entries[entry].Text;
            foreach (WordPath path in walk.Paths)
            {
                Keep(walk.Best[end] ??= [], new WordPath(walk.IsSpaced ? $"{path.Text} {word}" : path.Text + word, path.Score + score));
            }
        }
    }

    private static void Keep(List<WordPath> paths, WordPath path)
    {
        int same = paths.FindIndex(other => other.Text == path.Text);
        if (same >= 0)
        {
            if (paths[same].Score >= path.Score)
            {
                return;
            }

            paths.RemoveAt(same);
        }

        int place = paths.FindIndex(other => other.Score < path.Score);
        paths.Insert(place < 0 ? paths.Count : place, path);
        if (paths.Count > MaxPaths)
        {
            paths.RemoveAt(MaxPaths);
        }
    }

    private double ScoreOf(int entry)
    {
        VocabularyEntry found = index.Vocabulary.Entries[entry];
        return Math.Log(found.Count + 0.5) - _total + (found.Kind == VocabularyKind.Term ? TermBonus : 0);
    }

    private sealed record Walk(TypedPinyin Typed, List<WordPath>[] Best, List<WordPath> Paths, bool IsSpaced);
}
