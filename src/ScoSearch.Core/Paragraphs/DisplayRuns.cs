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

            if (to - from >= MinScatter && blocks.GetRange(from, to - from).TrueForAll(IsScatteredWord))
            {
                // single words strewn over the page: a display title taken apart
                blocks.GetRange(from, to - from).ForEach(b => b.Kind = ParagraphKind.Noise);
            }
            else if (to - from >= MinRun)
            {
                blocks.GetRange(from, to - from).ForEach(b => b.Kind = ParagraphKind.Body);
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
