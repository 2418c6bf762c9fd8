namespace ScoSearch.Core.Paragraphs;

/// <summary>Tells running heads and feet from text that happens to be alike, by where the lines stand.</summary>
internal static class RunningHeads
{
    private const int EdgeLines = 1;

    /// <summary>Whether a line is among the first or last of its page.</summary>
    public static bool IsAtEdge(List<SourceLine> lines, SourceLine line)
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

    /// <summary>Whether lines that are alike but for their numbers are the running head or foot of their pages.</summary>
    public static bool Are(string text, List<SourceLine> lines, List<SourceLine> group)
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
