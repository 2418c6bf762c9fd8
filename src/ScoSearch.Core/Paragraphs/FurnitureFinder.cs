using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Labels page numbers, running heads and feet, and continuation signs.</summary>
internal static class FurnitureFinder
{
    private const int MaxHeadWidth = 90;
    private const int TitleReach = 8; // among these first lines a title stands

    public static void Label(string text, List<SourceLine> lines, TextLayout layout)
    {
        List<(SourceLine Line, int Value)> bare = [];
        AlikeLines alike = new(lines.Count);
        foreach (SourceLine line in lines)
        {
            if (!line.IsText)
            {
                continue;
            }

            ReadOnlySpan<char> content = LineText.Of(text, line);
            if (Amounts.IsAmount(content))
            {
                continue; // in reports most lines are, and none of them is furniture
            }

            if (line.Width <= 40 && PageMarks.IsContinuation(content))
            {
                line.Label = LineLabel.Continuation;
                line.Rule = "continuation-sign";
            }
            else if (line.Width <= 30 && PageMarks.IsDecoratedPageNumber(content))
            {
                Mark(line, "page-number");
            }
            else if (line.Enumerator.Style == EnumeratorStyle.SquareBrackets && content.Length == line.Enumerator.Length
                && (line.PageTop || line.Index == 0))
            {
                Mark(line, "lone-marker");
            }
            else if (content[0] is '第' or (>= '0' and <= '9') && PageMarks.IsJournalHead(content))
            {
                Mark(line, "journal-head");
            }
            else if (line.Width <= 80 && PageMarks.IsPageLinks(content))
            {
                Mark(line, "page-links");
            }
            else if (line.Enumerator.Style == EnumeratorStyle.SquareBrackets && content.Length == line.Enumerator.Length)
            {
                line.Label = LineLabel.LoneMarker;
                line.Rule = "lone-marker";
            }
            else if (PageMarks.IsRule(content))
            {
                line.Label = LineLabel.Rule;
                line.Rule = "rule";
            }
            else if (line.Width <= 6 && PageMarks.TryBareNumber(content, out int value))
            {
                bare.Add((line, value));
            }
            else if (MayHead(line, content))
            {
                alike.Add(line, content);
            }
        }

        if (layout == TextLayout.Paragraphs)
        {
            return; // the format keeps heads and page numbers out of the text
        }

        LabelBareNumbers(lines, bare);
        foreach (List<SourceLine> group in alike.Groups())
        {
            SourceLine? title = TitleAmong(text, lines, group);
            if (title is not null && title != group[0])
            {
                group.Remove(title);
            }

            if (group.Count > 1 && RunningHeads.Are(text, lines, group))
            {
                group.ForEach(l => MarkUnless(l, title));
            }
        }
    }

    private static bool MayHead(SourceLine line, ReadOnlySpan<char> content) =>
        line.Width is >= 4 and <= MaxHeadWidth && !LineText.EndsSentence(content)
        && content[0] is not ('（' or '(' or '【' or '*') && !IsLabelled(line, content[0])
        && content[^1] is not ('：' or ':' or '，' or '、' or '/' or '_');

    // Footnotes that cite one work look alike, but no running head opens with the number of a footnote.
    private static bool IsLabelled(SourceLine line, char first) =>
        line.Enumerator.Style is EnumeratorStyle.SquareBrackets or EnumeratorStyle.Circled || LineText.IsSuperscript(first);

    // Where the title is the running head too, it stands on the first page: below the head, or above author and text.
    private static SourceLine? TitleAmong(string text, List<SourceLine> lines, List<SourceLine> group)
    {
        SourceLine? last = group.FindLast(l => l.Index < TitleReach && !lines[..(l.Index + 1)].Exists(p => p.PageTop));
        if (last is null || !group.TrueForAll(l => LineText.Of(text, l).SequenceEqual(LineText.Of(text, last))))
        {
            return null; // a title has no number that counts pages
        }

        if (last == group[1])
        {
            return last;
        }

        SourceLine? next = lines.Find(l => l.Index > last.Index && l.IsText);
        ReadOnlySpan<char> content = next is null ? default : LineText.Of(text, next);
        return next is not null && (next.Enumerator.CanHead || BylinePatterns.NamesAuthor(content)
            || LineText.EndsSentence(content) || (next.Width >= 50 && LineText.CountCommas(content) > 0)) ? last : null;
    }

    private static void MarkUnless(SourceLine line, SourceLine? title)
    {
        if (line != title)
        {
            Mark(line, "running-head");
        }
    }

    private static void Mark(SourceLine line, string rule)
    {
        line.Label = LineLabel.Furniture;
        line.Rule = rule;
    }

    // With known pages, a number at a page's edge. Without, numbers that count up by one, far apart.
    private static void LabelBareNumbers(List<SourceLine> lines, List<(SourceLine Line, int Value)> bare)
    {
        bool paged = lines.Exists(l => l.PageTop);
        List<(SourceLine Line, int Value)> chain = [];
        foreach ((SourceLine line, int value) in bare)
        {
            if (paged && RunningHeads.IsAtEdge(lines, line))
            {
                Mark(line, "page-number");
            }
            else if (chain.Count > 0 && value == chain[^1].Value + 1 && line.Index - chain[^1].Line.Index >= 4)
            {
                chain.Add((line, value));
            }
            else if (chain.Count < 3)
            {
                chain = [(line, value)];
            }
        }

        if (chain.Count >= 3)
        {
            chain.ForEach(l => Mark(l.Line, "page-number"));
        }

        LabelInsidePages(bare);
    }

    // Cells that a tool read after the number of their page leave it in the middle. Where numbers at the edges of other
    // pages are all as much ahead of their pages, a number inside one that has none at its edge is its number.
    private static void LabelInsidePages(List<(SourceLine Line, int Value)> bare)
    {
        List<(SourceLine Line, int Value)> known = bare.FindAll(b => b.Line.Label == LineLabel.Furniture && b.Line.Page > 0);
        if (known.Count < 3 || known.Exists(k => k.Value - k.Line.Page != known[0].Value - known[0].Line.Page))
        {
            return;
        }

        int ahead = known[0].Value - known[0].Line.Page;
        HashSet<int> numbered = [.. known.Select(k => k.Line.Page)];
        foreach ((SourceLine line, int value) in bare)
        {
            if (line.Page > 0 && value - line.Page == ahead && numbered.Add(line.Page))
            {
                Mark(line, "page-number");
            }
        }
    }
}
