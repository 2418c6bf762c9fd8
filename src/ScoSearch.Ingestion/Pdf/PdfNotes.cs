namespace ScoSearch.Ingestion.Pdf;

/// <summary>Finds the footnotes at the foot of a page or column, by the size of their characters and their labels.</summary>
internal static class PdfNotes
{
    private const double Smaller = 0.93;
    private const int MostCells = 3; // so many make the row of a small table, whose first column counts
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

    /// <summary>
    /// Index of the first row of the notes, or the number of rows when there are none. Notes are the last rows, page
    /// number aside, that are set smaller than the text, from the first that begins with a label; there is text above.
    /// </summary>
    public static int FindFirst(List<PdfRow> rows, double em)
    {
        int end = rows.Count;
        while (end > 0 && IsPageNumber(rows[end - 1], em))
        {
            end--;
        }

        int first = end;
        while (first > 0 && rows[first - 1].Cells.Count < MostCells && IsSmall(rows[first - 1], em, first < end))
        {
            first--;
        }

        while (first < end && LabelOf(rows[first]) is null)
        {
            first++;
        }

        return first < end && rows.Take(first).Any(r => r.IsMeasured && r.Em > em * Smaller) ? first : rows.Count;
    }

    /// <summary>Whether a row is a number that stands alone.</summary>
    public static bool IsPageNumber(PdfRow row, double em) =>
        row.Right - row.Left < em * 8 && row.Cells.Exists(c => c.Text.AsSpan().ContainsAnyInRange('0', '9'))
        && row.Cells.TrueForAll(c => c.Text.All(l => char.IsAsciiDigit(l) || l is ' ' or '-' or '－' or '—' or '–' or '·' or '/'
            or '第' or '页' or '共'));

    /// <summary>The label a row begins with: a number or a circled one, or null.</summary>
    public static string? LabelOf(PdfRow row)
    {
        string text = row.Cells[0].Text;
        if (Circled.Contains(text[0], StringComparison.Ordinal))
        {
            return (Circled.IndexOf(text[0], StringComparison.Ordinal) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        int from = text[0] is '[' or '［' or '〔' or '(' or '（' ? 1 : 0, to = from;
        while (to < text.Length && to < from + 3 && char.IsAsciiDigit(text[to]))
        {
            to++;
        }

        // "1 note", "[1] note", "1note" with a small 1; not "1998年" nor "3.5"
        bool closed = to < text.Length && (from == 1 ? text[to] is ']' or '］' or '〕' or ')' or '）'
            : text[to] is ' ' or '\u3000' || row.Cells[0].Raised.Any(r => r.Start == 0)
                || (PdfSegment.IsWide(text[to]) && text[to] is not ('年' or '月' or '日' or '、' or '．')));
        return to > from && (closed || (to == text.Length && row.Cells.Count > 1)) ? text[from..to] : null;
    }

    // Rows without Chinese characters go with their neighbours.
    private static bool IsSmall(PdfRow row, double em, bool belowIsSmall) =>
        row.IsMeasured ? row.Em < em * Smaller : belowIsSmall || row.Em < em * Smaller;
}
