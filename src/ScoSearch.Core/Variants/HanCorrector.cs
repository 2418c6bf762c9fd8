using ScoSearch.Lucene.Analysis.Folding;

namespace ScoSearch.Core.Variants;

/// <summary>Finds what was meant by Han characters that stand nowhere together in the index. Thread-safe.</summary>
/// <remarks>
/// <para>A pair of neighbours that no paragraph holds is a sign of a typing error, though most such pairs are none: they lie
/// across the border of two words. A word is proposed in place of a part around such a pair only if all pairs of the part and
/// with its neighbours are known afterwards and, for words of two characters, the paragraphs hold it next to a neighbour.</para>
/// <para>Example: of 中哈关细 the pair 关细 is unknown; 关系 sounds alike, and 哈关系 stands in the texts.</para>
/// <para>Bounds: queries of more than <see cref="MaxLength"/> characters, or with many unknown pairs, are about something the
/// index does not hold; they are left alone.</para>
/// </remarks>
internal sealed class HanCorrector(IndexTerms terms, Func<CancellationToken, NearWords> nearWords)
{
    private const int MaxLength = 40;

    // A typing error makes at most two pairs unknown; two errors are the most that are corrected.
    private const int MaxUnknown = 4;

    // Candidates for one place that are looked up in the texts.
    private const int MaxChecked = 8;

    /// <summary>The characters that were probably meant, or null when all pairs are known or nothing better is.</summary>
    public string? Correct(string text, CancellationToken cancellation)
    {
        string folded = TextFolder.All.Fold(text);
        if (folded.Length != text.Length || text.Length is < 2 or > MaxLength)
        {
            return null;
        }

        List<int> unknown = FindUnknown(folded);
        if (unknown.Count is 0 or > MaxUnknown || (unknown.Count > 2 && unknown.Count > (folded.Length - 1) / 2))
        {
            return null;
        }

        string corrected = folded;
        foreach (int pair in unknown)
        {
            if (terms.CountOf(corrected.Substring(pair, 2)) == 0 && FindBest(corrected, pair, cancellation) is { } best)
            {
                corrected = corrected[..best.Start] + best.Word + corrected[best.End..];
            }
        }

        return corrected == folded ? null : Keep(text, folded, corrected);
    }

    private List<int> FindUnknown(string text)
    {
        List<int> unknown = [];
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (terms.CountOf(text.Substring(i, 2)) == 0)
            {
                unknown.Add(i);
            }
        }

        return unknown;
    }

    private HanCandidate? FindBest(string text, int pair, CancellationToken cancellation)
    {
        NearWords near = nearWords(cancellation);
        List<HanCandidate> candidates = [];
        for (int length = 2; length <= Math.Min(NearWords.MaxLength, text.Length); length++)
        {
            int last = Math.Min(pair, text.Length - length);
            for (int start = Math.Max(0, pair + 2 - length); start <= last; start++)
            {
                near.Find(text.Substring(start, length), start, candidates);
            }
        }

        return candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Take(MaxChecked).FirstOrDefault(c => IsPlausible(text, c, cancellation));
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
