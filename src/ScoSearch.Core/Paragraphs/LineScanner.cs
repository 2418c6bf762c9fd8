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
        bool gaps = NextGap(text) >= 0;
        foreach (ExtractedLine raw in extracted.Lines)
        {
            int from = raw.Start, limit = raw.Start + raw.Length, found = lines.Count;
            while (from < limit)
            {
                int to = gaps && raw.Hints is null or { Role: LineRole.Unknown } ? EndOfParagraph(text, from, limit) : limit;
                int start = from, end = to, indent = from == raw.Start ? raw.Hints?.Indent ?? 0 : 0;
                SkipFront(text, ref start, end, leftovers, ref leftover, ref indent);
                SkipBack(text, start, ref end, leftovers, leftover);
                if (start < end)
                {
                    lines.Add(LineOf(extracted, raw, start, end, indent, lines, lines.Count == found ? blank : 0, leftovers, leftover));
                }

                from = to;
            }

            blank = lines.Count == found ? blank + 1 : 0;
        }

        return lines;
    }

    // Web pages whose breaks were lost show paragraphs by blanks of the indent behind the end of a sentence.
    private static int EndOfParagraph(string text, int from, int limit)
    {
        int at = from;
        while (NextGap(text.AsSpan(at, limit - at)) is >= 0 and int next)
        {
            at += next;
            ReadOnlySpan<char> before = text.AsSpan(from, at - from).TrimEnd();
            if (before.Length > 0 && LineText.EndsSentence(before) && before[^1] is not (']' or '］' or '〕' or '.'))
            {
                return at;
            }

            at += 2;
        }

        return limit;
    }

    private static int NextGap(ReadOnlySpan<char> text)
    {
        int wide = text.IndexOf("\u3000\u3000"), entity = text.IndexOf("&nbsp;&nbsp;");
        return wide < 0 || (entity >= 0 && entity < wide) ? entity : wide;
    }

    private static SourceLine LineOf(
        ExtractedText extracted, ExtractedLine raw, int start, int end, int indent, List<SourceLine> lines, int blank,
        List<Leftover> leftovers, int leftover)
    {
        string text = extracted.Text;
        return new SourceLine
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
            Label = LabelOf(raw.Hints),
            Rule = raw.Hints is { Role: LineRole.Furniture } ? "running-head" : null,
            Enumerator = raw.Hints is { StartsItem: true } ? new Enumerator(EnumeratorStyle.Bullet, 0, 0, 1)
                : EnumeratorParser.Parse(text.AsSpan(start, end - start)),
        };
    }

    private static LineLabel LabelOf(LineHints? hints) => hints?.Role switch
    {
        null or LineRole.Unknown => LineLabel.Text,
        LineRole.Furniture => LineLabel.Furniture,
        _ => LineLabel.Fixed,
    };

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
