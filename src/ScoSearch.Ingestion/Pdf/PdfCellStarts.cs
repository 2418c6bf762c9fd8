namespace ScoSearch.Ingestion.Pdf;

/// <summary>Cuts rows where a cell begins close behind the cell before it, as a text after a number at the right edge does.</summary>
/// <remarks>
/// A gap too narrow to tell by itself is the border of two cells when others of the rows above and below begin at the
/// very same place, what stands before them does not, and no word of the rows between stands across it. Dates below each
/// other are alike on both sides of their gaps and stay whole. Two numbers beside each other in a row of cells are two.
/// </remarks>
/// <param name="em">Size of the characters of the document's text, in points.</param>
internal sealed class PdfCellStarts(double em)
{
    // A blank between Chinese and Latin that nobody typed is a quarter of a character.
    private const double Gap = 0.28, Same = 0.06, Apart = 0.3, NumberGap = 0.5; // in sizes of a character
    private const double LeastLeft = 2.5; // what stands before a cell is wider than the number of an item
    private const int Reach = 40; // rows to look up and down

    private List<double> _borders = [];

    /// <summary>The rows, some of them with more cells than before.</summary>
    /// <param name="rows">The rows as they stand.</param>
    /// <param name="goesOn">Whether they go on with a table of the rows given before, so that its borders hold.</param>
    public List<PdfRow> Split(List<PdfRow> rows, bool goesOn)
    {
        List<double> known = goesOn ? _borders : [];
        _borders = [.. known];
        double left = rows.Min(r => r.Left);
        return [.. rows.Select((row, i) => SplitRow(rows, i, left, known) ?? row)];
    }

    /// <summary>Whether the second cell of a row begins where cells of the rows above and below do.</summary>
    public bool IsAligned(List<PdfRow> rows, int index)
    {
        PdfRow row = rows[index];
        double left = rows.Min(r => r.Left);
        return row.Cells.Count > 1 && row.Cells[0].Width >= em * LeastLeft && !EndsNumber(row.Cells[0])
            && Count(rows, index, -1, row.Cells[1], null, left) + Count(rows, index, 1, row.Cells[1], null, left) >= 2;
    }

    private PdfRow? SplitRow(List<PdfRow> rows, int index, double left, List<double> known)
    {
        List<PdfSegment> cells = [];
        foreach (PdfSegment cell in rows[index].Cells)
        {
            List<int> starts = [];
            double from = cell.Left;
            for (int k = 1; k < cell.Parts.Count; k++)
            {
                PdfSegment before = cell.Parts[k - 1].Word, word = cell.Parts[k].Word;
                double gap = word.Left - before.Right;
                bool several = rows[index].Cells.Count > 1;
                if (gap >= em * Gap && !EndsNumber(before) && before.Right - from >= em * (several ? 1 : LeastLeft)
                    && ((several && gap >= em * NumberGap && PdfTableCell.IsFigure(before.Text) && PdfTableCell.IsFigure(word.Text))
                        || (several && known.Exists(b => Math.Abs(b - word.Left) <= em * Same))
                        || IsSupported(rows, index, before, word, left)))
                {
                    starts.Add(k);
                    from = word.Left;
                }
            }

            cells.AddRange(starts.Count == 0 ? [cell] : cell.SplitBefore(starts));
        }

        return cells.Count > rows[index].Cells.Count ? new PdfRow(cells) { InTable = true } : null;
    }

    private bool IsSupported(List<PdfRow> rows, int index, PdfSegment before, PdfSegment word, double left)
    {
        int above = Count(rows, index, -1, word, before, left), below = Count(rows, index, 1, word, before, left);
        bool supported = rows[index].Cells.Count > 1 ? above + below >= 2 : above > 0 && below > 0 && above + below >= 3;
        if (supported)
        {
            _borders.Add(word.Left);
        }

        return supported;
    }

    private int Count(List<PdfRow> rows, int index, int step, PdfSegment word, PdfSegment? before, double left)
    {
        int count = 0;
        for (int i = index + step; i >= 0 && i < rows.Count && Math.Abs(i - index) <= Reach; i += step)
        {
            if (rows[i].Cells.Exists(c => Crosses(c, word.Left)))
            {
                break;
            }

            count += BeginsCell(rows[i], word.Left, before, left) ? 1 : 0;
        }

        return count;
    }

    private bool Crosses(PdfSegment cell, double x) => cell.Left < x - (em * Same) && cell.Right > x
        && (cell.Parts.Count == 0 || cell.Parts.Any(p => p.Word.Left < x - (em * Same) && p.Word.Right > x));

    private bool BeginsCell(PdfRow row, double x, PdfSegment? before, double left)
    {
        bool At(PdfSegment s) => Math.Abs(s.Left - x) <= em * Same;
        bool Behind(PdfSegment cell)
        {
            for (int k = 1; k < cell.Parts.Count; k++)
            {
                if (At(cell.Parts[k].Word) && Math.Abs(cell.Parts[k - 1].Word.Left - before!.Left) > em * Apart)
                {
                    return true;
                }
            }

            return false;
        }

        return row.Cells.Count > 1 ? row.Cells.Exists(c => At(c) || (before is not null && Behind(c)))
            : At(row.Cells[0]) && x > left + (em * LeastLeft);
    }

    private static bool EndsNumber(PdfSegment text) => text.Text.Length <= 5 && text.Text[^1] is '）' or ')' or '、' or '．' or '.';
}
