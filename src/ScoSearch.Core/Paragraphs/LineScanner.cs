using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>First stage: measures lines and drops blank ones, remembering where they were.</summary>
internal static class LineScanner
{
    private const int TabWidth = 4;

    /// <summary>The lines with content.</summary>
    /// <param name="extracted">The text.</param>
    /// <param name="leftovers">Ranges that do not count as content, by rising start.</param>
    public static List<SourceLine> Scan(ExtractedText extracted, List<Leftover> leftovers)
    {
        List<SourceLine> lines = new(extracted.Lines.Count);
        string text = extracted.Text;
        int blank = 0, leftover = 0;
        foreach (ExtractedLine raw in extracted.Lines)
        {
            int start = raw.Start, end = raw.Start + raw.Length, indent = raw.Hints?.Indent ?? 0;
            SkipFront(text, ref start, end, leftovers, ref leftover, ref indent);
            SkipBack(text, start, ref end, leftovers, leftover);
            if (start >= end)
            {
                blank++;
                continue;
            }

            lines.Add(new SourceLine
            {
                Index = lines.Count,
                Number = raw.Number,
                Start = start,
                End = end,
                Indent = indent,
                Width = raw.Hints is { Width: > 0 } laidOut ? laidOut.Width
                    : WidthOf(text.AsSpan(start, end - start)) - WidthOfLeftovers(text, start, end, leftovers, leftover),
                BlankBefore = blank,
                Page = raw.Page,
                PageTop = raw.Page > 0 && lines.Count > 0 && lines[^1].Page != raw.Page,
                Hints = raw.Hints,
                Label = raw.Hints is null or { Role: LineRole.Unknown } ? LineLabel.Text : LineLabel.Fixed,
                Enumerator = EnumeratorParser.Parse(text.AsSpan(start, end - start)),
            });
            blank = 0;
        }

        return lines;
    }

    /// <summary>Width of a text in half-width columns.</summary>
    public static int WidthOf(ReadOnlySpan<char> text)
    {
        int width = 0;
        foreach (char c in text)
        {
            width += c == '\u3000' ? 2 : CharClass.Width(c);
        }

        return width;
    }

    // What a tool left behind was not on the page.
    private static int WidthOfLeftovers(string text, int start, int end, List<Leftover> leftovers, int next)
    {
        int width = 0;
        for (; next < leftovers.Count && leftovers[next].Start < end; next++)
        {
            Leftover one = leftovers[next];
            width += one.Start >= start && one.End <= end ? WidthOf(text.AsSpan(one.Start, one.End - one.Start)) : 0;
        }

        return width;
    }

    private static void SkipFront(
        string text, ref int start, int end, List<Leftover> leftovers, ref int next, ref int indent)
    {
        while (next < leftovers.Count && leftovers[next].End <= start)
        {
            next++;
        }

        int look = next;
        while (start < end)
        {
            char c = text[start];
            if (look < leftovers.Count && leftovers[look].Start == start)
            {
                indent += leftovers[look].Rule == "entity" ? 1 : 0;
                start = leftovers[look++].End;
            }
            else if (CharClass.IsSpace(c))
            {
                indent += c == '\u3000' ? 2 : c == '\t' ? TabWidth : 1;
                start++;
            }
            else if (CharClass.IsInvisible(c))
            {
                start++;
            }
            else
            {
                break;
            }
        }
    }

    private static void SkipBack(string text, int start, ref int end, List<Leftover> leftovers, int next)
    {
        while (end > start)
        {
            if (CharClass.IsSpace(text[end - 1]) || CharClass.IsInvisible(text[end - 1]))
            {
                end--;
                continue;
            }

            int at = next;
            while (at < leftovers.Count && leftovers[at].End < end)
            {
                at++;
            }

            if (at >= leftovers.Count || leftovers[at].End != end)
            {
                return;
            }

            end = leftovers[at].Start;
        }
    }
}
