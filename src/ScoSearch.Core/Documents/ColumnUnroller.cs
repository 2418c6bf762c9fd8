using System.Text;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Documents;

/// <summary>
/// Puts the columns of pages one below the other where a tool wrote them side by side, with blanks between, as
/// <c>pdftotext -layout</c> does. Not thread-safe.
/// </summary>
/// <remarks>
/// A row that crosses the gutter, such as a title, ends what stands in columns above it. Text without form feeds and
/// pages without columns stay as they are. No character but blanks is dropped, and none is added but blanks.
/// </remarks>
internal sealed class ColumnUnroller
{
    private readonly string _text;
    private readonly StringBuilder _out;
    private readonly List<ExtractedLine> _lines;
    private int _page;

    private ColumnUnroller(string text, int lineCount)
    {
        _text = text;
        _out = new StringBuilder(text.Length);
        _lines = new List<ExtractedLine>(lineCount * 2);
    }

    /// <summary>The text with its columns one below the other, or the text itself.</summary>
    public static (string Text, IReadOnlyList<ExtractedLine> Lines) Unroll(string text)
    {
        IReadOnlyList<ExtractedLine> lines = LineSplitter.Split(text);
        if (lines.Count == 0 || lines[0].Page == 0 || !text.Contains("   ", StringComparison.Ordinal))
        {
            return (text, lines);
        }

        ColumnUnroller unroller = new(text, lines.Count);
        bool any = false;
        for (int from = 0, to; from < lines.Count; from = to)
        {
            List<ColumnRow> rows = [];
            for (to = from; to < lines.Count && lines[to].Page == lines[from].Page; to++)
            {
                rows.Add(RowOf(text, lines[to]));
            }

            unroller._page = lines[from].Page;
            any |= unroller.Write(rows, 0);
        }

        string result = any ? unroller._out.ToString() : text;
        return any && IsWhole(text, result) ? (result, unroller._lines) : (text, lines);
    }

    private static ColumnRow RowOf(string text, ExtractedLine line)
    {
        int start = line.Start, end = line.Start + line.Length;
        while (start < end && text[start] == ' ')
        {
            start++;
        }

        while (end > start && CharClass.IsSpace(text[end - 1]))
        {
            end--;
        }

        return new ColumnRow(start, end, start - line.Start, line.Number);
    }

    private static bool IsWhole(string before, string after)
    {
        CharacterFingerprint fingerprint = new();
        fingerprint.Add(before);
        fingerprint.Remove(after);
        return fingerprint.IsZero;
    }

    // Whether the rows stood in columns.
    private bool Write(List<ColumnRow> rows, int origin)
    {
        ColumnGutter? gutter = ColumnGutter.Find(_text, rows, origin);
        if (gutter is null)
        {
            rows.ForEach(r => WriteRow(r, origin));
            return false;
        }

        List<ColumnRow> left = [], right = [];
        foreach (ColumnRow row in rows)
        {
            int split = row.IsBlank ? row.End : gutter.Split(row);
            if (split < 0)
            {
                WriteColumns(left, right, origin, gutter.Right);
                WriteRow(row, origin);
                continue;
            }

            if (split > row.Start || row.IsBlank)
            {
                int end = split;
                while (end > row.Start && _text[end - 1] == ' ')
                {
                    end--;
                }

                left.Add(row with { End = end });
            }

            if (split < row.End || row.IsBlank)
            {
                right.Add(row with { Start = split, Column = row.Column + split - row.Start });
            }
        }

        WriteColumns(left, right, origin, gutter.Right);
        return true;
    }

    private void WriteColumns(List<ColumnRow> left, List<ColumnRow> right, int origin, int middle)
    {
        foreach ((List<ColumnRow> rows, int from) in new[] { (left, origin), (right, middle) })
        {
            if (rows.Count > 0)
            {
                Write([.. rows], from);
                rows.Clear();
            }
        }
    }

    private void WriteRow(ColumnRow row, int origin)
    {
        int start = _out.Length;
        if (!row.IsBlank)
        {
            _out.Append(' ', Math.Max(0, row.Column - origin)).Append(_text, row.Start, row.End - row.Start);
        }

        _lines.Add(new ExtractedLine(start, _out.Length - start, row.Number, _page, null));
        _out.Append('\n');
    }
}
