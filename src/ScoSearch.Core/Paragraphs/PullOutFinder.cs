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

        Dictionary<int, (int First, bool Several)> grams = Grams(blocks);
        foreach (int i in candidates)
        {
            if (StandsElsewhere(blocks[i].Composed.Text, i, grams))
            {
                blocks[i].Kind = ParagraphKind.Quote;
            }
        }
    }

    private static Dictionary<int, (int First, bool Several)> Grams(List<Block> blocks)
    {
        Dictionary<int, (int First, bool Several)> grams = [];
        for (int b = 0; b < blocks.Count; b++)
        {
            string text = blocks[b].Composed.Text;
            for (int i = 0; i + GramLength <= text.Length; i++)
            {
                int hash = HashOf(text.AsSpan(i, GramLength));
                grams[hash] = grams.TryGetValue(hash, out (int First, bool Several) seen)
                    ? (seen.First, seen.Several || seen.First != b) : (b, false);
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

    private static bool StandsElsewhere(string text, int block, Dictionary<int, (int First, bool Several)> grams)
    {
        int total = text.Length - GramLength + 1, elsewhere = 0;
        for (int i = 0; i < total; i++)
        {
            int hash = HashOf(text.AsSpan(i, GramLength));
            (int first, bool several) = grams[hash];
            elsewhere += several || first != block ? 1 : 0;
        }

        return elsewhere * 10 >= total * 8;
    }
}
