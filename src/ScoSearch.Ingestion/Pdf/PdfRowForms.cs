namespace ScoSearch.Ingestion.Pdf;

/// <summary>Tells rows of tables from lines of prose with wide gaps in them, and both from the words of drawings.</summary>
internal static class PdfRowForms
{
    /// <summary>For each row, whether it is the row of a table: cells beside each other that make no line of prose.</summary>
    public static bool[] AreTableRows(List<PdfRow> rows, double pageWidth)
    {
        bool[] table = new bool[rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            bool beside = (i > 0 && rows[i - 1].Cells.Count > 1) || (i + 1 < rows.Count && rows[i + 1].Cells.Count > 1);
            table[i] = rows[i].InTable || (rows[i].Cells.Count > 1 && !IsLine(rows[i], pageWidth, beside));
        }

        return table;
    }

    /// <summary><c>图2-4</c>, <c>表 3</c> at the beginning of a text.</summary>
    public static bool IsCaption(string text) =>
        text.Length > 1 && text[0] is '图' or '表' or '圖' && text.AsSpan(1).TrimStart(' ') is [(>= '0' and <= '9') or (>= '０' and <= '９'), ..];

    /// <summary>Whether a row names the unit of a table, perhaps behind the name of the table or before the currency.</summary>
    public static bool HoldsUnit(PdfRow row) => row.Cells.FindIndex(c => IsUnit(c.Text)) is >= 0 and int at && row.Cells.Count - at <= 2;

    /// <summary><c>单位：元</c>, <c>金额单位：万元</c>: the unit of the numbers of the table below, set at its right edge.</summary>
    public static bool IsUnit(string text)
    {
        int at = text.IndexOf("单位", StringComparison.Ordinal);
        bool opens = at >= 0 && text[..at].Trim('（', '(', ' ') is "" or "金额" or "货币" or "计量" or "数量";
        return opens && text.Length is > 3 and <= 20 && text.AsSpan(at + 2).TrimStart(' ') is ['：' or ':', _, ..];
    }

    /// <summary>A short line set smaller than the text, centred below the room of a picture and close above what follows.</summary>
    public static bool IsBelowPicture(List<PdfRow> rows, int index, double left, double em)
    {
        PdfRow row = rows[index];
        if (index == 0 || index + 1 == rows.Count || row.Cells.Count > 1 || !row.IsMeasured || row.Em > em * 0.95)
        {
            return false;
        }

        double right = rows.Max(r => r.Right), above = row.Middle - rows[index - 1].Middle, below = rows[index + 1].Middle - row.Middle;
        return row.Right - row.Left < (right - left) * 0.6 && Math.Abs(row.Left - left - (right - row.Right)) < em * 3
            && above > em * 5 && below * 2 < above;
    }

    /// <summary>The scattered words of a drawing: short rows between the text and the caption below them.</summary>
    public static bool[] FigureLabels(List<PdfRow> rows)
    {
        double widest = rows.Max(r => r.Filled);
        bool[] labels = new bool[rows.Count];
        for (int i = 1; i < rows.Count; i++)
        {
            bool caption = rows[i].Cells[0].Text[0] is '图' or '圖' && IsCaption(rows[i].Cells[0].Text);
            for (int j = i - 1; caption && j >= 0 && rows[j].Cells.TrueForAll(c => c.Width < widest * 0.3 && c.Text[^1] is not ('。' or '；' or '：')); j--)
            {
                labels[j] = true;
            }
        }

        return labels;
    }

    // A number as accounts have them; a page number in a table of contents is none.
    private static bool IsAmount(string text) =>
        PdfTableCell.IsFigure(text) && text.AsSpan().ContainsAnyInRange('0', '9') && text.AsSpan().ContainsAny('.', ',', '%');

    // Prose with a wide gap in it, a number before its heading, or a caption; not the row of a table.
    private static bool IsLine(PdfRow row, double pageWidth, bool beside)
    {
        string first = row.Cells[0].Text, second = row.Cells[1].Text;
        bool number = first.Length <= 8 && char.IsAsciiDigit(first[0]) && !first.AsSpan().ContainsAnyExceptInRange('.', '9')
            && PdfSegment.IsWide(second[0]);
        return row.Cells.Count == 2
            && ((row.Cells.Exists(c => c.Width > pageWidth * 0.4) && !IsAmount(second)) || IsCaption(first) || number
                || (!beside && char.IsAsciiDigit(first[0]) && second.Any(PdfSegment.IsWide)));
    }
}
