using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Last stage: numbers the blocks, gives them sections and resolves footnote references.</summary>
/// <param name="blocks">Blocks in reading order, with texts and kinds.</param>
/// <param name="source">The source.</param>
/// <param name="links">Links from markers to footnotes.</param>
internal sealed class ParagraphAssembler(List<Block> blocks, string source, FootnoteLinker links)
{
    /// <summary>Builds the paragraphs.</summary>
    public List<Paragraph> Assemble(out int linked, out int unlinked)
    {
        Dictionary<Footnote, int> numberOf = [];
        Dictionary<Block, int> halves = [];
        int number = 0;
        foreach (Block block in blocks)
        {
            if (block.Composed.Text.Length > 0)
            {
                number++;
                if (block.Note is not null)
                {
                    numberOf[block.Note] = number;
                }

                if (block.ContinuedIn is not null || block.Continues is not null)
                {
                    halves[block] = number;
                }
            }
        }

        List<Paragraph> paragraphs = new(number);
        SectionTracker sections = new();
        linked = unlinked = 0;
        foreach (Block block in blocks)
        {
            if (block.Composed.Text.Length == 0)
            {
                continue;
            }

            IReadOnlyList<string> section = sections.Path;
            int level = sections.Enter(block);
            FootnoteReference[] references = References(block, numberOf, ref linked, ref unlinked);
            paragraphs.Add(new Paragraph
            {
                Number = paragraphs.Count + 1,
                Kind = block.Kind,
                Text = block.Composed.Text,
                Section = SectionOf(block, sections.Path),
                Page = block.First.Page,
                Lines = LinesOf(block),
                Footnotes = references,
                HeadingLevel = level,
                Date = block.First.Hints?.Date,
                ContinuedIn = block.ContinuedIn is null ? 0 : halves[block.ContinuedIn],
                Continues = block.Continues is null ? 0 : halves[block.Continues],
                SourceMap = block.Composed.Map,
            });
        }

        return paragraphs;
    }

    // A heading stands in the section it divides; who wrote the text, in none.
    private static IReadOnlyList<string> SectionOf(Block block, IReadOnlyList<string> path) => block.Kind switch
    {
        ParagraphKind.Heading when !block.IsIntruder => Above(path),
        ParagraphKind.Byline => [],
        _ => path,
    };

    private static string[] Above(IReadOnlyList<string> path) => [.. path.Take(path.Count - 1)];

    private FootnoteReference[] References(
        Block block, Dictionary<Footnote, int> numberOf, ref int linked, ref int unlinked)
    {
        if (block.Composed.Markers.Count == 0)
        {
            return [];
        }

        FootnoteReference[] references = new FootnoteReference[block.Composed.Markers.Count];
        for (int i = 0; i < references.Length; i++)
        {
            (Marker marker, int offset) = block.Composed.Markers[i];
            Footnote? note = links.NoteOf(marker);
            int target = note is null ? 0 : numberOf.GetValueOrDefault(note);
            references[i] = new FootnoteReference(MarkerText.Of(marker, source), offset, target);
            linked += target > 0 ? 1 : 0;
            unlinked += target > 0 ? 0 : 1;
        }

        return references;
    }

    private static LineRange[] LinesOf(Block block)
    {
        if (block.LineCount == 1)
        {
            return [new LineRange(block.First.Number, block.First.Number)];
        }

        List<LineRange> ranges = [];
        for (SourceLine? line = block.First; line is not null; line = line.NextInBlock)
        {
            if (ranges.Count > 0 && IsNextLine(block, line, ranges[^1]))
            {
                ranges[^1] = ranges[^1] with { Last = line.Number };
            }
            else
            {
                ranges.Add(new LineRange(line.Number, line.Number));
            }
        }

        return [.. ranges];
    }

    // Blank lines between two lines of a paragraph belong to its range; lines of other paragraphs do not.
    private static bool IsNextLine(Block block, SourceLine line, LineRange last) =>
        line.Number == last.Last || line.Number == last.Last + 1 + line.BlankBefore
        || (block.LineCount > 1 && line.Number == last.Last + 1);
}
