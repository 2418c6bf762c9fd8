using System.Buffers;

namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// Links the halves of paragraphs that stand apart because columns were extracted in the wrong order: text that stops in
/// mid-sentence, and, before or after it, text that no paragraph begins with.
/// </summary>
/// <remarks>
/// Both halves stay where they stand. A link is made only where each half is by far the best for the other; unsure ones
/// stay unlinked. Nothing is linked over a continuation sign, except from the only <c>（下转第三版）</c> to the only
/// <c>（上接第一版）</c>.
/// </remarks>
/// <param name="text">The source.</param>
/// <param name="blocks">Blocks in reading order, with texts and kinds.</param>
/// <param name="words">Evidence for cut words.</param>
internal sealed class ColumnLinker(string text, List<Block> blocks, WordEvidence words)
{
    private const int MaxHeads = 64;   // more than that is no damage but the way the text is written
    private const int MaxTails = 2_000;
    private const int MaxTopics = 4;
    private const int Enough = 8;
    private const int Margin = 2;
    private const int LongestNumber = 8;
    private const int CutWord = 2;
    private const int CommonTopic = 2;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> PartsOfLists = SearchValues.Create("、和与與及等的");

    private readonly HalfFinder _halves = new(text, blocks);

    /// <summary>Makes the links.</summary>
    public void Link()
    {
        List<HalfParagraph> heads = _halves.FindHeads(MaxHeads);
        if (heads.Count is 0 or > MaxHeads)
        {
            return;
        }

        List<HalfParagraph> tails = _halves.FindTails();
        if (tails.Count is 0 or > MaxTails)
        {
            return;
        }

        int[,] scores = new int[heads.Count, tails.Count];
        for (int h = 0; h < heads.Count; h++)
        {
            for (int t = 0; t < tails.Count; t++)
            {
                scores[h, t] = Score(heads[h], tails[t]);
            }

        }

        AddTopics(scores, heads, tails);

        for (int h = 0; h < heads.Count; h++)
        {
            if (BestTail(scores, h) is int t)
            {
                heads[h].Block.ContinuedIn = tails[t].Block;
                tails[t].Block.Continues = heads[h].Block;
            }
        }
    }

    // The second half says more about what the first half speaks of than others do.
    private void AddTopics(int[,] scores, List<HalfParagraph> heads, List<HalfParagraph> tails)
    {
        List<int> close = [];
        for (int h = 0; h < heads.Count; h++)
        {
            for (int t = 0; t < tails.Count; t++)
            {
                if (scores[h, t] >= Enough - CommonTopic)
                {
                    close.Add(h);
                    break;
                }
            }
        }

        // every count is a pass over the document; among many halves a common topic says little
        for (int i = 0; i < close.Count && close.Count <= MaxTopics; i++)
        {
            AddTopic(scores, heads, tails, close[i]);
        }
    }

    private void AddTopic(int[,] scores, List<HalfParagraph> heads, List<HalfParagraph> tails, int head)
    {
        TopicOverlap topics = new(blocks, heads[head].Block);
        double best = 0, second = 0;
        int bestTail = -1;
        for (int t = 0; t < tails.Count; t++)
        {
            double overlap = scores[head, t] < Enough - 3 ? 0 : topics.Of(tails[t].Block);
            if (overlap > best)
            {
                (second, best, bestTail) = (best, overlap, t);
            }
            else
            {
                second = Math.Max(second, overlap);
            }
        }

        if (bestTail >= 0)
        {
            scores[head, bestTail] += best > second * 1.6 ? CommonTopic : 1;
        }
    }

    // The tail that is best for a head, if the head is best for it too and both by a margin.
    private static int? BestTail(int[,] scores, int head)
    {
        int best = 0;
        for (int t = 1; t < scores.GetLength(1); t++)
        {
            best = scores[head, t] > scores[head, best] ? t : best;
        }

        int rival = scores[head, best] - Margin;
        bool clear = scores[head, best] >= Enough;
        for (int t = 0; t < scores.GetLength(1) && clear; t++)
        {
            clear = t == best || scores[head, t] <= rival;
        }

        for (int h = 0; h < scores.GetLength(0) && clear; h++)
        {
            clear = h == head || scores[h, best] <= rival;
        }

        return clear ? best : null;
    }

    private int Score(HalfParagraph head, HalfParagraph tail)
    {
        bool signs = head.AtSign && tail.AtSign;
        if (head.Index == tail.Index || Follows(head, tail) || (head.Stretch != tail.Stretch && !signs))
        {
            return int.MinValue / 2;
        }

        char before = head.Block.Composed.Text[^1], after = tail.Block.Composed.Text[0];
        int score = head.Strength + tail.Strength + (signs ? 6 : 0);
        score += head.Brackets > 0 && tail.Brackets > 0 ? 4 : head.Brackets > 0 || tail.Brackets > 0 ? -3 : 0;
        score += CutsNumber(End(head.Block.Composed.Text), Start(tail.Block.Composed.Text)) ? 3 : 0;
        score -= before == '、' && !GoesOnListing(tail.Block.Composed.Text) ? 3 : 0;

        // what the document says of two characters costs a pass over it
        return score >= Enough - CutWord - CommonTopic && words.Affinity(before, after) >= 2 ? score + CutWord : score;
    }

    // 202|4年 and 7|月, but not 2018|2015年.
    private static bool CutsNumber(ReadOnlySpan<char> head, ReadOnlySpan<char> tail)
    {
        int before = head.Length - 1 - head.LastIndexOfAnyExcept(Digits), after = tail.IndexOfAnyExcept(Digits);
        return before > 0 && (after > 0 ? before + after <= 4 : after == 0 && tail[0] is '年' or '月' or '日' or '%' or '％');
    }

    private static ReadOnlySpan<char> End(string text) => text.AsSpan(Math.Max(0, text.Length - LongestNumber));

    private static ReadOnlySpan<char> Start(string text) => text.AsSpan(0, Math.Min(text.Length, LongestNumber));

    // After a mark that separates the parts of a list comes another part, and soon the end of the list.
    private static bool GoesOnListing(ReadOnlySpan<char> tail) => tail[..Math.Min(12, tail.Length)].IndexOfAny(PartsOfLists) > 0;

    // Whether nothing but what was lifted out stands between the two: their seam was looked at before.
    private bool Follows(HalfParagraph head, HalfParagraph tail) => head.Index < tail.Index && _halves.Before(tail.Index) == head.Block;
}
