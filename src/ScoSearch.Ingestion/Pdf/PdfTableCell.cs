namespace ScoSearch.Ingestion.Pdf;

/// <summary>A line of a cell with the line above it in its column.</summary>
internal sealed class PdfTableCell
{
    private const double CloseBelow = 2.1; // in sizes of a character

    private readonly double _em;
    private double _limit;

    private PdfTableCell(PdfSegment segment, int column, double em)
    {
        Segment = segment;
        Column = column;
        _em = em;
        IsNumber = IsFigure(segment.Text);
    }

    /// <summary>The text and its place.</summary>
    public PdfSegment Segment { get; }

    /// <summary>How many cells stand before it in its row as it stands.</summary>
    public int Column { get; }

    /// <summary>Whether there is nothing but a number, or the sign for none.</summary>
    public bool IsNumber { get; }

    /// <summary>The nearest line above in the same column, when the two stand alone above each other; or null.</summary>
    public PdfTableCell? Above { get; private set; }

    /// <summary>Whether a text is nothing but a number, or the sign for none.</summary>
    public static bool IsFigure(string text) => text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '－' or '—' or '–' or '%' or '％'
        or '+' or '(' or ')' or '（' or '）' or ' ' or '/');

    /// <summary>The lines of the cells of a table, from top to bottom.</summary>
    public static PdfTableCell[] Of(List<PdfRow> rows, double em)
    {
        PdfTableCell[] cells = [.. rows.SelectMany(r => r.Cells.Select((c, i) => new PdfTableCell(c, i, em))).OrderBy(c => c.Segment.Middle)];
        foreach (PdfTableCell cell in cells)
        {
            cell._limit = cell.RightLimit(cells);
        }

        for (int i = 0; i < cells.Length; i++)
        {
            cells[i].Above = FindAbove(cells, i, em);
        }

        return cells;
    }

    /// <summary>
    /// Room, in sizes of a character, that the first word or character of the line below would have left at the end of
    /// this one; below 0 when it did not fit.
    /// </summary>
    public double RoomBefore(PdfTableCell below)
    {
        string text = below.Segment.Text;
        int length = 0;
        while (length < text.Length && text[length] is '(' or '（' or '“' or '《' or '‘' or '"')
        {
            length++;
        }

        int word = length;
        while (length < text.Length && length < word + 24 && !PdfSegment.IsWide(text[length]) && text[length] != ' ')
        {
            length++;
        }

        length = Math.Min(text.Length, length == word ? word + 1 : length);
        while (length < text.Length && text[length] is '，' or '。' or '、' or '；' or '：' or '）' or ')' or '”' or '》' or '%')
        {
            length++;
        }

        double columns = text.Take(length).Sum(c => PdfSegment.IsWide(c) || c is '“' or '”' or '‘' or '’' ? 1 : 0.5);
        return (_limit - Segment.Right) / _em - columns;
    }

    /// <summary>Whether two cells are the same but for their numbers, as dates and codes are.</summary>
    public bool IsLike(PdfTableCell other) => Segment.Text.Length == other.Segment.Text.Length
        && Segment.Text.Zip(other.Segment.Text).All(p => p.First == p.Second || (char.IsAsciiDigit(p.First) && char.IsAsciiDigit(p.Second)));

    /// <summary>Whether a line stands beside the middle between this one and the one above, in a column with nothing beside them.</summary>
    public bool HasCentredBeside(PdfTableCell[] cells)
    {
        double middle = (Segment.Middle + Above!.Segment.Middle) / 2, near = _em * 0.2;
        return Array.Exists(cells, c => Math.Abs(c.Segment.Middle - middle) < near
            && !c.Segment.Overlaps(Segment) && !c.Segment.Overlaps(Above.Segment)
            && !Array.Exists(cells, o => o != c && o.Segment.Overlaps(c.Segment)
                && o.Segment.Middle > Above.Segment.Middle - near && o.Segment.Middle < Segment.Middle + near));
    }

    private static PdfTableCell? FindAbove(PdfTableCell[] cells, int index, double em)
    {
        PdfSegment below = cells[index].Segment;
        PdfTableCell? above = null, outdented = null;
        for (int i = index - 1; i >= 0 && above is null; i--)
        {
            double distance = below.Middle - cells[i].Segment.Middle;
            if (distance > em * 0.5 && cells[i].Segment.Overlaps(below))
            {
                above = cells[i];
            }
            else if (distance > em * 0.5 && distance < em * CloseBelow && IsOutdented(cells, cells[i].Segment, below, em))
            {
                outdented ??= cells[i];
            }
        }

        above = above is null || below.Middle - above.Segment.Middle > em * CloseBelow ? outdented ?? above : above;

        // a heading over two columns, or a cell below two
        bool alone = above is not null
            && Beside(cells, cells[index], em).All(c => !c.Segment.Overlaps(above.Segment))
            && Beside(cells, above, em).All(c => !c.Segment.Overlaps(below));
        return alone ? above : null;
    }

    // A line shorter than the indent of the one above, at the edge of a column that reaches from the one to the other.
    private static bool IsOutdented(PdfTableCell[] cells, PdfSegment above, PdfSegment below, double em) =>
        below.Right <= above.Left + 1 && Array.Exists(cells, c => Math.Abs(c.Segment.Left - below.Left) < em * 0.2
            && c.Segment.Right > above.Left + em && c.Segment.Right < above.Right + (em * 4));

    private static IEnumerable<PdfTableCell> Beside(PdfTableCell[] cells, PdfTableCell cell, double em) =>
        cells.Where(c => c != cell && Math.Abs(c.Segment.Middle - cell.Segment.Middle) < em * 0.3);

    // Where the column ends: no farther than its widest line, nor than the beginning of the next column close by.
    private double RightLimit(PdfTableCell[] cells)
    {
        double widest = Segment.Right, next = double.MaxValue;
        foreach (PdfTableCell cell in cells)
        {
            PdfSegment other = cell.Segment;
            if (other.Left >= Segment.Right && Math.Abs(other.Middle - Segment.Middle) < _em * 6)
            {
                next = Math.Min(next, other.Left - (_em * 0.4));
            }
            else if (other.Overlaps(Segment) && other.Left < Segment.Right - (_em * 0.5))
            {
                widest = Math.Max(widest, other.Right);
            }
        }

        return Math.Min(widest, next);
    }
}
