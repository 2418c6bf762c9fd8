using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Corrects the kind of runs of short lines: a table, verse or list is no row of headings.</summary>
internal static class DisplayRuns
{
    private const int MinScatter = 6;
    private const int MinRun = 4;

    public static void Relabel(List<Block> blocks)
    {
        int from = 0;
        while (from < blocks.Count)
        {
            int to = from;
            while (to < blocks.Count && IsShort(blocks[to]))
            {
                to++;
            }

            // single words strewn over the page are a display title taken apart
            bool scattered = to - from >= MinScatter && blocks.FindIndex(from, to - from, b => !IsScatteredWord(b)) < 0;
            for (int i = from; i < to && to - from >= MinRun; i++)
            {
                blocks[i].Kind = scattered ? ParagraphKind.Noise : ParagraphKind.Body;
            }

            from = Math.Max(to, from + 1);
        }
    }

    private static bool IsShort(Block block) => !block.KindIsFixed
        && block.Kind is ParagraphKind.Heading or ParagraphKind.Body or ParagraphKind.Title
        && (block.Kind != ParagraphKind.Title || block.Composed.Text.Length <= 4)
        && !block.First.Enumerator.Exists && !block.IsIntruder
        && LineScanner.WidthOf(block.Composed.Text) <= 40 && !LineText.EndsSentence(block.Composed.Text);

    private static bool IsScatteredWord(Block block)
    {
        string text = block.Composed.Text;
        return text.Length is >= 1 and <= 4 && text.All(CharClass.IsHan);
    }
}
