using System.Buffers;

namespace ScoSearch.Ingestion.Markdown;

/// <summary>Joins the lines of a paragraph that an editor wrapped.</summary>
internal static class SoftLines
{
    private const int WidestWrapped = 80;
    private const int MaxNumeral = 5;
    private const int MaxMarker = 8;

    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789一二三四五六七八九十百〇零");

    /// <summary>
    /// Joins each line that ends in a soft break with the next, unless the next is indented with full-width blanks or
    /// opens an item, or the line was ended on purpose: it is much shorter than its neighbours, or wider than any editor
    /// wraps, and ends a sentence.
    /// </summary>
    public static List<MarkdownLine> Join(List<MarkdownLine> lines)
    {
        int widest = lines.Count == 0 ? 0 : lines.Max(l => l.Text.Text.Length);
        List<MarkdownLine> joined = [];
        foreach (MarkdownLine line in lines)
        {
            string text = line.Text.Text;
            MarkdownLine? last = joined.Count > 0 ? joined[^1] : null;
            if (last is null || last.HardBreak || text.StartsWith('\u3000') || EndsOnPurpose(last, lines, widest)
                || (OpensItem(text) && last.Text.Text.TrimEnd() is [.., '。' or '；' or '：' or ';' or ':' or '！' or '？' or '）']))
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

    private static bool EndsOnPurpose(MarkdownLine joined, List<MarkdownLine> lines, int widest)
    {
        // the last source line that went into the joined one
        int next = lines.FindIndex(l => l.Offset > joined.Offset && joined.Text.Text.Length <= SumTo(lines, joined.Offset, l.Offset));
        string text = WithoutMarker(joined.Text.Text.TrimEnd());
        int length = next > 0 ? lines[next - 1].Text.Text.Length : joined.Text.Text.Length;
        return (length * 10 < widest * 6 || length > WidestWrapped) && text is [.., '。' or '！' or '？' or '：' or '”'];
    }

    // （一） (1) ① 一、 1. 1、 第三条
    private static bool OpensItem(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        if (rest.Length < 3)
        {
            return false;
        }

        bool bracketed = rest[0] is '（' or '(', ordinal = rest[0] == '第';
        rest = bracketed || ordinal ? rest[1..].TrimStart() : rest;
        int end = rest.IndexOfAnyExcept(Numerals);
        if (end is < 1 or > MaxNumeral)
        {
            return !bracketed && !ordinal && text.TrimStart()[0] is >= '\u2460' and <= '\u249B';
        }

        return bracketed ? rest[end] is '）' or ')'
            : ordinal ? rest[end] is '条' or '章' or '节' or '款'
            : rest[end] is '、' or '．' || (rest[end] == '.' && end + 1 < rest.Length && !char.IsAsciiDigit(rest[end + 1]));
    }

    private static string WithoutMarker(string text) =>
        text is [.., ']'] && text.LastIndexOf('[') is > 0 and int open && text.Length - open < MaxMarker ? text[..open].TrimEnd() : text;

    private static int SumTo(List<MarkdownLine> lines, int from, int to) =>
        lines.Where(l => l.Offset >= from && l.Offset < to).Sum(l => l.Text.Text.Length + 1);

    private static bool NeedsSpace(string left, string right) =>
        left.Length > 0 && right.Length > 0 && left[^1] < 0x2E80 && right[0] < 0x2E80
        && !char.IsWhiteSpace(left[^1]) && !char.IsWhiteSpace(right[0]);
}
