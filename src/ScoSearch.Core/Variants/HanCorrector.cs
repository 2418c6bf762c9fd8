using ScoSearch.Lucene.Analysis.Folding;

namespace ScoSearch.Core.Variants;

/// <summary>Finds what was meant by Han characters that stand nowhere together in the index. Thread-safe.</summary>
/// <remarks>
/// <para>A pair of neighbours that no paragraph holds is a sign of a typing error, though most such pairs are none: they lie
/// across the border of two words. A word is proposed in place of a part around such a pair only if the characters that change
/// are strange beside a neighbour and make no word with one that stays, if all pairs of the part and with its neighbours are
/// known afterwards and, for words of two characters, the paragraphs hold it next to a neighbour.</para>
/// <para>Example: of 中哈关细 the pair 关细 is unknown; 关系 sounds alike, and 哈关系 stands in the texts.</para>
/// <para>Bounds: queries of more than <see cref="MaxLength"/> characters, or with many unknown pairs, are about something the
/// index does not hold; they are left alone.</para>
/// </remarks>
internal sealed class HanCorrector(IndexTerms terms, Func<CancellationToken, NearWords> nearWords)
{
    private const int MaxLength = 40;

    // A typing error makes at most two pairs unknown; two errors are the most that are corrected.
    private const int MaxUnknown = 4;

    // Characters of grammar stand beside anything; only a long word around them says that one is wrong.
    private const string Grammar = "的了是在有由自吗呢吧谁哪什么怎几";
    private const int MaxGrammarLength = 3;

    // Candidates for one place that are looked up in the texts.
    private const int MaxChecked = 4;

    /// <summary>The characters that were probably meant, or null when all pairs are known or nothing better is.</summary>
    public string? Correct(string text, CancellationToken cancellation)
    {
        string folded = TextFolder.All.Fold(text);
        if (folded.Length != text.Length || text.Length is < 2 or > MaxLength)
        {
            return null;
        }

        bool[] unknown = FindUnknown(folded);
        int count = unknown.Count(pair => pair);
        if (count is 0 or > MaxUnknown || (count > 2 && count > unknown.Length / 2))
        {
            return null;
        }

        string corrected = folded;
        for (int pair = 0; pair < unknown.Length; pair++)
        {
            if (unknown[pair] && FindBest(corrected, pair, unknown, cancellation) is { } best)
            {
                corrected = corrected[..best.Start] + best.Word + corrected[best.End..];
                unknown = FindUnknown(corrected);
            }
        }

        return corrected == folded ? null : Keep(text, folded, corrected);
    }

    // Whether no paragraph holds a character next to the one after it.
    private bool[] FindUnknown(string text) =>
        [.. Enumerable.Range(0, text.Length - 1).Select(i => terms.CountOf(text.Substring(i, 2)) == 0)];

    private HanCandidate? FindBest(string text, int pair, bool[] unknown, CancellationToken cancellation)
    {
        NearWords near = nearWords(cancellation);
        List<HanCandidate> candidates = [];
        for (int length = 2; length <= Math.Min(NearWords.MaxLength, text.Length); length++)
        {
            int last = Math.Min(pair, text.Length - length);
            for (int start = Math.Max(0, pair + 2 - length); start <= last; start++)
            {
                near.Find(text, start, length, unknown, candidates);
            }
        }

        return candidates.Where(c => IsSuspicious(near, text, c, unknown))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Take(MaxChecked).FirstOrDefault(c => IsPlausible(text, c, cancellation));
    }

    // A character that is replaced must be strange beside a neighbour, and must not make a word with one that stays.
    private static bool IsSuspicious(NearWords near, string text, HanCandidate candidate, bool[] unknown)
    {
        for (int at = candidate.Start; at < candidate.End; at++)
        {
            if (text[at] == candidate.Word[at - candidate.Start])
            {
                continue;
            }

            bool isStrange = (at > 0 && unknown[at - 1]) || (at < unknown.Length && unknown[at]);
            bool isWordBefore = at == candidate.Start && at > 0 && near.IsWord(text.AsSpan(at - 1, 2));
            bool isWordAfter = at == candidate.End - 1 && at < unknown.Length && near.IsWord(text.AsSpan(at, 2));
            bool isGrammar = candidate.Word.Length <= MaxGrammarLength && Grammar.Contains(text[at], StringComparison.Ordinal);
            if (!isStrange || isWordBefore || isWordAfter || isGrammar)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsPlausible(string text, HanCandidate candidate, CancellationToken cancellation)
    {
        string corrected = text[..candidate.Start] + candidate.Word + text[candidate.End..];
        int from = Math.Max(0, candidate.Start - 1);
        int to = Math.Min(text.Length, candidate.End + 1);
        for (int i = from; i + 1 < to; i++)
        {
            if (terms.CountOf(corrected.Substring(i, 2)) == 0)
            {
                return false;
            }
        }

        return candidate.Word.Length > 2
            || text.Length == 2
            || (from < candidate.Start && terms.Holds(corrected[from..candidate.End], cancellation))
            || (to > candidate.End && terms.Holds(corrected[candidate.Start..to], cancellation));
    }

    // What was not corrected stays in the script it was typed in.
    private static string Keep(string text, string folded, string corrected) =>
        string.Create(text.Length, (text, folded, corrected), static (result, from) =>
        {
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = from.corrected[i] == from.folded[i] ? from.text[i] : from.corrected[i];
            }
        });
}
