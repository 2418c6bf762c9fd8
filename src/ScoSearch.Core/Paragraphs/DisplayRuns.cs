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
            int count = 0;
            while (to < blocks.Count && (IsShort(blocks[to]) || (count > 0 && IsNoise(blocks[to]))))
            {
                count += IsNoise(blocks[to]) ? 0 : 1;
                to++;
            }

            // single words strewn over the page are a display title taken apart
            bool scattered = to - from >= MinScatter && blocks.FindIndex(from, to - from, b => !IsScatteredWord(b)) < 0;
            for (int i = from; i < to && count >= MinRun; i++)
            {
                if (IsNoise(blocks[i]))
                {
                    continue;
                }

                // a date between cells of a table is a cell, one at the end of a run may sign a text
                bool cell = blocks[i].Kind != ParagraphKind.Byline || (i > from && i < to - 1 && blocks[i + 1].Kind != ParagraphKind.Byline);
                blocks[i].Kind = scattered ? ParagraphKind.Noise : cell ? ParagraphKind.Body : blocks[i].Kind;
            }

            from = Math.Max(to, from + 1);
        }
    }

    private static bool IsNoise(Block block) => block.KindIsFixed && block.Kind == ParagraphKind.Noise;

    private static bool IsShort(Block block) => !block.KindIsFixed
        && (block.Kind is ParagraphKind.Heading or ParagraphKind.Body or ParagraphKind.Title
            || (block.Kind == ParagraphKind.Byline && char.IsAsciiDigit(block.Composed.Text[0])))
        && (block.Kind != ParagraphKind.Title || block.Composed.Text.Length <= 4)
        && !block.First.Enumerator.Exists && !block.IsIntruder
        && LineScanner.WidthOf(block.Composed.Text) <= 40 && !LineText.EndsSentence(block.Composed.Text);

    private static bool IsScatteredWord(Block block)
    {
        string text = block.Composed.Text;
        return text.Length is >= 1 and <= 4 && text.All(CharClass.IsHan);
    }
}
