namespace ScoSearch.Ingestion.Pdf;

/// <summary>Brings the lines of tables together into rows, with the lines of a cell joined. Not thread-safe.</summary>
/// <remarks>
/// No ruling lines are known, only where words stand. A table reaches from its first row with several cells to its last,
/// with the single cells between them, above at the top of a page that goes on with it, and below. In it the lines of one
/// cell stand closer to each other than two rows do (<see cref="PdfTableSpacing"/>); cells at one height, or of which one
/// stands beside the middle of the other, make a row (<see cref="PdfTableRows"/>).
/// </remarks>
/// <param name="em">Size of the characters of the document's text, in points.</param>
internal sealed class PdfTables(double em)
{
    private const int MaxCells = 2000; // of one table; looking for neighbours takes the square of it

    private readonly PdfCellStarts _starts = new(em);
    private double? _step;
    private List<PdfRow>? _open; // rows of the page before, when a table reaches its foot

    /// <summary>The rows of a stretch of text, those of tables whole.</summary>
    /// <param name="lines">The rows as they stand, from top to bottom.</param>
    /// <param name="pageWidth">Width of the page in points.</param>
    /// <param name="first">Whether the stretch begins a page, so that it may go on with a table of the page before.</param>
    public List<PdfRow> Join(List<PdfRow> lines, double pageWidth, bool first)
    {
        bool goesOn = first && _open is not null;
        List<PdfRow>? before = _open;
        _open = null;
        if (lines.Count < 2 || lines.Sum(l => l.Cells.Count) > MaxCells)
        {
            return lines;
        }

        List<PdfRow> rows = _starts.Split(lines, goesOn);
        bool[] drawn = PdfRowForms.FigureLabels(rows);
        bool[] seeds = PdfRowForms.AreTableRows(rows, pageWidth);
        for (int i = 0; i < rows.Count; i++)
        {
            seeds[i] |= _starts.IsAligned(rows, i) || PdfTableSpans.IsBeside(rows, i, em);
            seeds[i] &= !drawn[i] && !PdfRowForms.HoldsUnit(rows[i]);
        }

        List<PdfRow> result = Rebuild(rows, new PdfTableSpans(rows, seeds, em), seeds, goesOn, out int firstOfTable);
        if (before is not null && goesOn && firstOfTable >= 0 && PdfCutRow.TryJoin(before, result, firstOfTable, em))
        {
            result.RemoveAt(firstOfTable);
        }

        return result;
    }

    // "firstOfTable" is the row with which the table of the page before goes on; -1 when there is none.
    private List<PdfRow> Rebuild(List<PdfRow> rows, PdfTableSpans spans, bool[] seeds, bool goesOn, out int firstOfTable)
    {
        List<PdfRow> result = [];
        firstOfTable = -1;
        int done = 0;
        foreach ((int from, int to) in spans.Find())
        {
            List<PdfRow> seen = rows[from..(to + 1)];
            double size = PdfTableSpans.SizeOf(seen, em);
            _step = new PdfTableSpacing(seen, size).Step ?? _step;
            PdfTableSpacing spacing = new(seen, size, _step);
            double most = Math.Min(spacing.MostToNext, spans.MostStep(from, to, size));
            int top = ExtendUp(rows, from, done, spacing, goesOn), bottom = ExtendDown(rows, to, spacing, seeds, most);
            if (top < bottom)
            {
                result.AddRange(rows[done..top]);
                firstOfTable = goesOn && done == 0 && top < from ? result.Count : firstOfTable;
                result.AddRange(PdfTableRows.Of(rows[top..(bottom + 1)], size, spacing.Step));
                done = bottom + 1;
            }
        }

        int last = rows.Count - 1;
        while (last > 0 && PdfNotes.IsPageNumber(rows[last], em))
        {
            last--;
        }

        _open = done > last ? result : null;
        result.AddRange(rows[done..]);
        return result;
    }

    private static bool IsUnitLine(PdfRow row) => PdfRowForms.HoldsUnit(row);

    // Lines of cells that are higher than the first row, and labels at the top of a page that goes on with a table.
    private int ExtendUp(List<PdfRow> rows, int from, int done, PdfTableSpacing spacing, bool goesOn)
    {
        int top = from;
        while (top > done && rows[top].Middle - rows[top - 1].Middle < spacing.LeastOfProse)
        {
            top--;
        }

        int start = top;
        while (goesOn && done == 0 && start > 0 && (rows[start].Middle - rows[start - 1].Middle < spacing.LeastOfProse
            || (IsLabel(rows[start - 1], spacing) && rows[start].Middle - rows[start - 1].Middle < spacing.MostToNext)))
        {
            start--;
        }

        bool reachesTop = start <= 1 || (start < top && PdfNotes.IsPageNumber(rows[start - 1], em));
        return reachesTop && goesOn ? start : top;
    }

    private int ExtendDown(List<PdfRow> rows, int to, PdfTableSpacing spacing, bool[] seeds, double most)
    {
        int bottom = to;
        while (bottom + 1 < rows.Count && !seeds[bottom + 1])
        {
            PdfRow next = rows[bottom + 1];
            double step = next.Middle - rows[bottom].Middle;
            bool label = step < most && IsLabel(next, spacing);
            if (step >= spacing.LeastOfProse && !label && !(step < spacing.MostInCell && spacing.FitsColumn(next)))
            {
                break;
            }

            bottom++;
        }

        return bottom;
    }

    // A single cell in the first column, with room before the second; a heading starts at the margin, before the cells.
    private bool IsLabel(PdfRow row, PdfTableSpacing spacing) =>
        row.Cells.Count == 1 && !PdfTableSpans.IsLarge(row, spacing.Em) && !PdfRowForms.IsCaption(row.Cells[0].Text) && !PdfNotes.IsPageNumber(row, em)
        && !IsUnitLine(row) && row.Left > spacing.Left - (spacing.Em * 0.15) && row.Right < spacing.SecondColumn - (spacing.Em * 0.4);
}
