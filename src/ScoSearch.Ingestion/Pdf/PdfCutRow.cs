namespace ScoSearch.Ingestion.Pdf;

/// <summary>Joins the row of a table that the end of a page cuts in two.</summary>
/// <remarks>
/// Only where the form of the table tells: first lines of its cells are indented and the lines after stand at the edge,
/// the last line of the page is an indented one without room for more, and the next page begins at the edge without a
/// number. Otherwise a row begins there.
/// </remarks>
internal static class PdfCutRow
{
    private const string Numerals = "0123456789０１２３４５６７８９一二三四五六七八九十（(①②③④⑤⑥⑦⑧⑨";

    /// <summary>Adds a row to the last one of the page before, if it goes on with it.</summary>
    /// <param name="before">Rows of the page before; the last of the table is replaced.</param>
    /// <param name="rows">Rows of this page.</param>
    /// <param name="index">The first row of the table on this page.</param>
    /// <param name="em">Size of the characters.</param>
    public static bool TryJoin(List<PdfRow> before, List<PdfRow> rows, int index, double em)
    {
        int at = before.FindLastIndex(r => r.InTable);
        if (at < 0 || before[at].Cells.Count > 1 || rows[index].Cells.Count > 1 || !rows[index].InTable)
        {
            return false;
        }

        PdfSegment above = before[at].Cells[0], below = rows[index].Cells[0];
        PdfSegment[] lines = [.. before.Concat(rows).Where(r => r.InTable).SelectMany(r => LinesOf(r.Cells[0]))];
        double widest = lines.Where(l => l.Right < above.Right + (em * 3)).Max(l => l.Right);
        bool hanging = before.Concat(rows).Any(r => r.InTable && r.Cells[0].Lines is [var first, var second, ..]
            && first.Left > second.Left + (em * 0.5) && Math.Abs(second.Left - below.Left) < em * 0.3);
        if (!hanging || above.Lines.Count > 0 || above.Left < below.Left + (em * 0.5)
            || above.Right + em < widest - (em * 0.2) || Numerals.Contains(below.Text[0], StringComparison.Ordinal))
        {
            return false;
        }

        before[at] = new PdfRow([above.ContinuedBy(below, PdfTableBlock.NeedsBlank(above.Text, below.Text) ? " " : "")]) { InTable = true };
        return true;
    }

    private static IEnumerable<PdfSegment> LinesOf(PdfSegment cell) => cell.Lines.Count == 0 ? [cell] : cell.Lines;
}
