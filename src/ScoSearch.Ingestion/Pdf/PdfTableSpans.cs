namespace ScoSearch.Ingestion.Pdf;

/// <summary>Finds where the tables of a stretch begin and end: from one row of cells to the next, over single cells between.</summary>
/// <param name="rows">The rows as they stand.</param>
/// <param name="seeds">Which of them have several cells.</param>
/// <param name="em">Size of the characters of the document's text, in points.</param>
internal sealed class PdfTableSpans(List<PdfRow> rows, bool[] seeds, double em)
{
    private const double MaxStep = 3; // from row to row, in sizes of a character
    private const double LeastStep = 2.2; // lines of one row may be all that is known yet
    private const double Wide = 0.8; // of the width of the table: a line of prose

    /// <summary>First and last row of each table.</summary>
    public List<(int From, int To)> Find()
    {
        List<(int From, int To)> spans = [];
        for (int i = 0; i < rows.Count; i++)
        {
            if (seeds[i])
            {
                int to = i, next;
                while ((next = NextOf(i, to)) > to)
                {
                    to = next;
                }

                spans.Add((i, to));
                i = to;
            }
        }

        return spans;
    }

    /// <summary>Size of the characters of rows: tables may be set larger or smaller than the text.</summary>
    public static double SizeOf(IEnumerable<PdfRow> rows, double otherwise)
    {
        PdfSegment[] cells = [.. rows.SelectMany(r => r.Cells)];
        double size = cells.Where(c => c.IsMeasured).Median(c => c.Em);
        size = size > 0 ? size : cells.Where(c => c.Text.Length >= 2 && c.Text.All(PdfSegment.IsWide)).Median(c => c.Em);
        return size > 0 ? size : otherwise;
    }

    /// <summary>Whether a row is set larger than the characters of a table.</summary>
    /// <remarks>Curly quotes may be as wide as Chinese characters or half of that; here they count as wide.</remarks>
    public static bool IsLarge(PdfRow row, double size)
    {
        PdfSegment text = row.Cells.MaxBy(c => c.Columns)!;
        return text.IsMeasured && text.Em * text.Columns / (text.Columns + text.Text.Count(c => c is '“' or '”' or '‘' or '’')) > size * 1.1;
    }

    // The next row of cells, when the same table reaches to it; otherwise "to" itself.
    private int NextOf(int from, int to)
    {
        int next = to + 1;
        double size = Math.Max(SizeOf([rows[from]], em), SizeOf([rows[to]], em)), most = MostStep(from, to, size);
        while (next < rows.Count && rows[next].Middle - rows[next - 1].Middle < most && !seeds[next])
        {
            next++;
        }

        if (next >= rows.Count || rows[next].Middle - rows[next - 1].Middle >= most)
        {
            return to;
        }

        double left = Math.Min(rows[from..(to + 1)].Min(r => r.Left), rows[next].Left);
        double right = Math.Max(rows[from..(to + 1)].Max(r => r.Right), rows[next].Right);
        double above = SecondOf(to), below = SecondOf(next);
        size = Math.Max(size, SizeOf([rows[next]], em));
        for (int i = to + 1; i < next; i++)
        {
            if (!IsInside(i, left, right, (Math.Min(above, below), Math.Max(above, below)), size))
            {
                return to;
            }
        }

        return next;
    }

    /// <summary>Whether a row of one cell stands half a line above or below another one, beside it: a low cell by a high one.</summary>
    public static bool IsBeside(List<PdfRow> rows, int index, double em)
    {
        bool Beside(int other) => other >= 0 && other < rows.Count && rows[index].Cells.Count == 1 && rows[other].Cells.Count == 1
            && Math.Abs(rows[other].Middle - rows[index].Middle) < em * 0.9
            && Gap(rows[index].Cells[0], rows[other].Cells[0]) > em * 0.3
            && Math.Min(rows[index].Cells[0].Columns, rows[other].Cells[0].Columns) >= 4;
        return Beside(index - 1) || Beside(index + 1);
    }

    private static double Gap(PdfSegment one, PdfSegment other) => Math.Max(other.Left - one.Right, one.Left - other.Right);

    // Where the second column begins, in a row of several cells or of one beside its neighbour.
    private double SecondOf(int index) => rows[index].Cells.Count > 1 ? rows[index].Cells[1].Left
        : rows[Math.Max(0, index - 1)..Math.Min(rows.Count, index + 2)]
            .Where(r => Math.Abs(r.Middle - rows[index].Middle) < em * 0.95).Max(r => r.Left);

    /// <summary>How far below a table its next row may stand: hardly more than the widest step so far.</summary>
    public double MostStep(int from, int to, double size)
    {
        double widest = 0;
        for (int i = from + 1; i <= to; i++)
        {
            widest = Math.Max(widest, rows[i].Middle - rows[i - 1].Middle);
        }

        return to - from < 3 ? size * MaxStep : Math.Min(size * MaxStep, Math.Max(widest * 1.3, size * LeastStep));
    }

    // A single cell: in the first column, in another one, a head over the table, or so close to its neighbours that it
    // stands beside them. Prose between two tables runs across their columns.
    private bool IsInside(int index, double left, double right, (double Least, double Most) second, double size)
    {
        PdfRow row = rows[index];
        if (row.Right - row.Left > (right - left) * Wide || PdfRowForms.HoldsUnit(row) || IsLarge(row, size))
        {
            return false;
        }

        bool centred = Math.Abs(row.Left - left - (right - row.Right)) < size * 3;
        bool beside = row.Middle - rows[index - 1].Middle < size * 0.95 || rows[index + 1].Middle - row.Middle < size * 0.95;
        return row.Right < second.Most || centred || beside || row.Left > second.Least - size;
    }
}
