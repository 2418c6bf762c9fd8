using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// Finds pull-outs: a paragraph whose every stretch of characters stands in other paragraphs near it, because an editor
/// lifted the sentence out of the text.
/// </summary>
internal static class PullOutFinder
{
    private const int GramLength = 6;
    private const int MinLength = 24;
    private const int MaxLength = 160;
    private const int MaxRepeats = 4;
    private const int MaxBlocks = 400; // a pull-out belongs to an article, not to a book
    private const int MaxCharacters = 400_000;

    public static void Label(List<Block> blocks)
    {
        if (blocks.Count is < 6 or > MaxBlocks)
        {
            return;
        }

        // set apart: more blank lines around it than paragraphs usually have
        int usual = blocks.CountBy(b => b.First.BlankBefore).MaxBy(c => c.Value).Key;
        List<int> candidates = [];
        for (int i = 1; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            int blankAfter = i + 1 < blocks.Count ? blocks[i + 1].First.BlankBefore : 0;
            bool setApart = Math.Max(block.First.BlankBefore, blankAfter) > usual
                && !block.KindIsFixed && block.Kind == ParagraphKind.Body;
            if (setApart && block.Composed.Text.Length is >= MinLength and <= MaxLength)
            {
                candidates.Add(i);
            }
        }

        if (candidates.Count == 0 || blocks.Sum(b => (long)b.Composed.Text.Length) > MaxCharacters)
        {
            return;
        }

        Dictionary<int, (int Last, int Blocks)> grams = Grams(blocks);
        foreach (int i in candidates)
        {
            if (StandsElsewhere(blocks[i].Composed.Text, grams))
            {
                blocks[i].Kind = ParagraphKind.Quote;
            }
        }
    }

    // For each hash the last block it was seen in and the number of blocks.
    private static Dictionary<int, (int Last, int Blocks)> Grams(List<Block> blocks)
    {
        Dictionary<int, (int Last, int Blocks)> grams = [];
        for (int b = 0; b < blocks.Count; b++)
        {
            string text = blocks[b].Composed.Text;
            for (int i = 0; i + GramLength <= text.Length; i++)
            {
                int hash = HashOf(text.AsSpan(i, GramLength));
                (int last, int count) = grams.GetValueOrDefault(hash, (-1, 0));
                grams[hash] = (b, last == b ? count : count + 1);
            }
        }

        return grams;
    }

    // Not string.GetHashCode, which differs from run to run.
    private static int HashOf(ReadOnlySpan<char> gram)
    {
        int hash = 17;
        foreach (char c in gram)
        {
            hash = unchecked((hash * 1_000_003) ^ c);
        }

        return hash;
    }

    // A sentence that is repeated all over the text was not lifted out of it.
    private static bool StandsElsewhere(string text, Dictionary<int, (int Last, int Blocks)> grams)
    {
        int total = text.Length - GramLength + 1, elsewhere = 0, everywhere = 0;
        for (int i = 0; i < total; i++)
        {
            int count = grams[HashOf(text.AsSpan(i, GramLength))].Blocks;
            elsewhere += count > 1 ? 1 : 0;
            everywhere += count > MaxRepeats ? 1 : 0;
        }

        return elsewhere * 10 >= total * 8 && everywhere * 2 < total;
    }
}
