namespace ScoSearch.Ingestion.Markdown;

/// <summary>Joins the lines of a paragraph that an editor wrapped.</summary>
internal static class SoftLines
{
    /// <summary>
    /// Joins each line that ends in a soft break with the next, unless the next is indented with full-width blanks, or
    /// the line is much shorter than its neighbours and so was ended on purpose.
    /// </summary>
    public static List<MarkdownLine> Join(List<MarkdownLine> lines)
    {
        int widest = lines.Count == 0 ? 0 : lines.Max(l => l.Text.Text.Length);
        List<MarkdownLine> joined = [];
        foreach (MarkdownLine line in lines)
        {
            string text = line.Text.Text;
            MarkdownLine? last = joined.Count > 0 ? joined[^1] : null;
            if (last is null || last.HardBreak || text.StartsWith('\u3000') || IsShort(last, lines, widest))
            {
                joined.Add(line);
                continue;
            }

            TextWithMarkers both = new();
            both.Append(last.Text);
            if (NeedsSpace(last.Text.Text, text))
            {
                both.Append(" ");
            }

            both.Append(line.Text);
            joined[^1] = new MarkdownLine(both, last.Offset, line.HardBreak);
        }

        return joined;
    }

    private static bool IsShort(MarkdownLine joined, List<MarkdownLine> lines, int widest)
    {
        // the last source line that went into the joined one
        int next = lines.FindIndex(l => l.Offset > joined.Offset && joined.Text.Text.Length <= SumTo(lines, joined.Offset, l.Offset));
        int length = next > 0 ? lines[next - 1].Text.Text.Length : joined.Text.Text.Length;
        return length * 10 < widest * 6 && joined.Text.Text.TrimEnd() is [.., '。' or '！' or '？' or '：' or '”'];
    }

    private static int SumTo(List<MarkdownLine> lines, int from, int to) =>
        lines.Where(l => l.Offset >= from && l.Offset < to).Sum(l => l.Text.Text.Length + 1);

    private static bool NeedsSpace(string left, string right) =>
        left.Length > 0 && right.Length > 0 && left[^1] < 0x2E80 && right[0] < 0x2E80
        && !char.IsWhiteSpace(left[^1]) && !char.IsWhiteSpace(right[0]);
}
