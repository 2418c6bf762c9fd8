using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Labels page numbers, running heads and feet, and continuation signs.</summary>
internal static class FurnitureFinder
{
    private const int MaxHeadWidth = 90;
    private const int EdgeLines = 1;
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

            if (group.Count > 1 && IsRunningHead(text, lines, group))
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
            if (paged && IsAtEdge(lines, line))
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

    private static bool IsAtEdge(List<SourceLine> lines, SourceLine line)
    {
        for (int i = 0; i <= EdgeLines; i++)
        {
            int before = line.Index - i, after = line.Index + i + 1;
            if (before <= 0 || lines[before].PageTop || after >= lines.Count || lines[after].PageTop)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRunningHead(string text, List<SourceLine> lines, List<SourceLine> group)
    {
        int n = group.Count, close = 0, atEdge = 0, byNumber = 0, onTop = 0, tops = 0;
        for (int i = 1; i < n; i++)
        {
            close += group[i].Index - group[i - 1].Index < 4 ? 1 : 0;
        }

        if (close > n / 4)
        {
            return false;
        }

        foreach (SourceLine line in group)
        {
            bool paged = line.Page > 0;
            atEdge += paged && IsAtEdge(lines, line) ? 1 : 0;
            byNumber += IsBesidePageNumber(lines, line) ? 1 : 0;
            tops += paged && (line.PageTop || line.Index == 0) ? 1 : 0;
            onTop += line.Index == 0 || (lines[line.Index - 1].Rule == "page-number") ? 1 : 0;
        }

        bool onPages = n >= 3 && n * 10 >= lines[^1].Page * 3 && (atEdge * 10 >= n * 8 || byNumber * 10 >= n * 7);
        bool onTwoEdges = n == 2 && atEdge == 2 && lines[^1].Page <= 4;
        if (n == 2 && !onTwoEdges && onTop < 2)
        {
            return false;
        }

        // where the source shows its pages, what stands inside them is no furniture: 单位：元 above each table
        bool inside = lines[^1].Page > 1 && atEdge * 2 < n && byNumber * 2 < n;
        if (inside && n > 2)
        {
            return false;
        }

        int counts = Counts(text, group);
        onPages |= n == 2 && onTop == 2 && counts == 1;
        bool heading = group[0].Enumerator.CanHead && counts >= n - 1; // 第一章, 第二章: headings that differ in the number
        return !heading && (onPages || (!IsStrewn(group) && Interrupts(text, lines, group, onTwoEdges, counts)))
            && (tops * 2 >= n || !IsSetLikeText(text, lines, group));
    }

    // Heads of a chapter stand on neighbouring or on facing pages; what comes back now and then is text, a work cited again.
    private static bool IsStrewn(List<SourceLine> group)
    {
        int far = 0;
        for (int i = 1; i < group.Count; i++)
        {
            far += group[i].Page - group[i - 1].Page > 2 ? 1 : 0;
        }

        return far * 2 > group.Count - 1;
    }

    // How often the last number of a line is one more than that of the line before.
    private static int Counts(string text, List<SourceLine> group)
    {
        int counts = 0;
        for (int i = 1; i < group.Count; i++)
        {
            counts += LastNumber(text, group[i]) == LastNumber(text, group[i - 1]) + 1 ? 1 : 0;
        }

        return counts;
    }

    // Where pages do not tell: whether lines stand in the middle of sentences, evenly spread, or count up.
    private static bool Interrupts(
        string text, List<SourceLine> lines, List<SourceLine> group, bool onTwoEdges, int counts)
    {
        int n = group.Count;
        bool even = n >= 3 && group[0].Width >= 8 && IsSpread(group, lines.Count);
        bool rising = n >= 3 && counts >= n - 1 && !group[0].Enumerator.Exists;
        if (!onTwoEdges && !even && !rising)
        {
            return false;
        }

        int interrupts = 0;
        foreach (SourceLine line in group)
        {
            interrupts += line.Index > 0 && !LineText.EndsSentence(LineText.Of(text, lines[line.Index - 1])) ? 1 : 0;
        }

        return (onTwoEdges && interrupts > 0) || (rising && interrupts * 3 >= n) || (even && interrupts * 2 >= n);
    }

    // As wide as the lines before and after and without a gap inside: full lines that happen to be alike, such as those
    // of footnotes that cite one work. No footnote begins a page, so this says nothing of lines at the top.
    private static bool IsSetLikeText(string text, List<SourceLine> lines, List<SourceLine> group)
    {
        int full = 0;
        foreach (SourceLine line in group)
        {
            int before = line.Index > 0 ? lines[line.Index - 1].Right : 0;
            int after = line.Index + 1 < lines.Count ? lines[line.Index + 1].Right : 0;
            ReadOnlySpan<char> content = LineText.Of(text, line);
            bool gap = content.Contains('\u3000') || content.IndexOf("  ", StringComparison.Ordinal) >= 0;
            full += !gap && line.Width >= 30 && line.Right >= Math.Max(before, after) - 3 ? 1 : 0;
        }

        return full * 2 >= group.Count;
    }

    // Furniture comes once a page: the repeats stand at least eight lines apart, evenly.
    private static bool IsSpread(List<SourceLine> group, int lineCount)
    {
        int least = int.MaxValue, most = 0;
        for (int i = 1; i < group.Count; i++)
        {
            int gap = group[i].Index - group[i - 1].Index;
            least = Math.Min(least, gap);
            most = Math.Max(most, gap);
        }

        return least >= 8 && most <= least * 4 && lineCount >= 24;
    }

    private static bool IsBesidePageNumber(List<SourceLine> lines, SourceLine line)
    {
        for (int i = Math.Max(0, line.Index - 2); i <= Math.Min(lines.Count - 1, line.Index + 2); i++)
        {
            if (i != line.Index && lines[i].Label == LineLabel.Furniture && lines[i].Rule == "page-number")
            {
                return true;
            }
        }

        return false;
    }

    private static int LastNumber(string text, SourceLine line)
    {
        int value = -10, place = 1;
        for (int i = line.End - 1; i >= line.Start; i--)
        {
            if (char.IsAsciiDigit(text[i]) && place < 100_000)
            {
                value = (value < 0 ? 0 : value) + ((text[i] - '0') * place);
                place *= 10;
            }
            else if (value >= 0)
            {
                break;
            }
        }

        return value;
    }
}
