namespace ScoSearch.Ingestion.Pdf;

/// <summary>How far the rows of a table stand from each other, and how close the lines of one cell.</summary>
/// <remarks>
/// Two numbers below each other, or two cells that differ in their numbers only, are two rows, and so are two texts of
/// which the upper had room for more. The least distance that such pairs have is the step from row to row; lines clearly
/// closer than that belong to one cell. Worked example: rows 20 points apart, the lines of a cell 15.6: the limit is 17.6.
/// </remarks>
internal sealed class PdfTableSpacing
{
    private const double Closer = 0.88; // of the step: lines of one cell
    private const double MostLeading = 2.1; // of the lines of one cell, in sizes of a character
    private const double Alike = 0.06; // distances that differ by less are the same

    // Lines of a cell end up to so much before its edge where they do not fill it by whole characters.
    private const double ClearRoom = 1, LittleRoom = 0.7;

    private readonly double _em;
    private readonly PdfTableCell[] _cells;

    /// <summary>Measures a table.</summary>
    /// <param name="rows">Its rows as they stand.</param>
    /// <param name="em">Size of its characters.</param>
    public PdfTableSpacing(List<PdfRow> rows, double em)
        : this(rows, em, null) => Step = FindStep();

    /// <summary>Measures a table whose step is known from another part of it, or is not to be known.</summary>
    /// <param name="rows">Its rows as they stand.</param>
    /// <param name="em">Size of its characters.</param>
    /// <param name="step">Least distance from row to row.</param>
    public PdfTableSpacing(List<PdfRow> rows, double em, double? step)
    {
        _em = em;
        _cells = PdfTableCell.Of(rows, em);
        Step = step;
        Left = _cells.Min(c => c.Segment.Left);
        SecondColumn = _cells.Where(c => c.Column > 0).Select(c => c.Segment.Left).DefaultIfEmpty(double.MaxValue).Min();
    }

    /// <summary>Size of its characters.</summary>
    public double Em => _em;

    /// <summary>Least distance from row to row, in points; null when nothing shows it.</summary>
    public double? Step { get; }

    /// <summary>Left edge of the table.</summary>
    public double Left { get; }

    /// <summary>Closer than that neither lines of prose nor rows stand: cells of different heights are beside each other.</summary>
    public double LeastOfProse => Math.Max(_em * 0.95, Math.Min((Step ?? 0) * 0.6, _em * 1.2));

    /// <summary>Left edge of what stands in the second column.</summary>
    public double SecondColumn { get; }

    /// <summary>What stands farther below than that is no part of the table.</summary>
    public double MostToNext => (Step ?? 0) * 1.25;

    /// <summary>Lines of one cell are closer than that; 0 when that is not known.</summary>
    public double MostInCell => Math.Min((Step ?? 0) * Closer, _em * MostLeading);

    /// <summary>Whether a row of one cell stands within the width of a column.</summary>
    public bool FitsColumn(PdfRow row)
    {
        PdfSegment cell = row.Cells[0];
        return row.Cells.Count == 1 && Array.Exists(_cells, c => c.Segment.Left <= cell.Left + _em && c.Segment.Right >= cell.Right - (_em * 0.5));
    }

    /// <summary>Whether the upper of two lines is full, so that the other may go on with it.</summary>
    public static bool MayGoOn(PdfTableCell above, PdfTableCell below) => above.RoomBefore(below) < LittleRoom;

    private double? FindStep()
    {
        List<double> certain = [], likely = [];
        foreach (PdfTableCell below in _cells)
        {
            if (below.Above is not PdfTableCell above)
            {
                continue;
            }

            double distance = below.Segment.Middle - above.Segment.Middle;
            if (above.IsNumber && below.IsNumber || above.IsLike(below))
            {
                certain.Add(distance);
            }
            else if (above.RoomBefore(below) > ClearRoom)
            {
                likely.Add(distance);
            }
        }

        likely.AddRange(certain);
        return certain.Concat(likely).Order().Cast<double?>().FirstOrDefault(d =>
            certain.Count(c => IsAlike(c, d!.Value)) >= 2 || likely.Count(c => IsAlike(c, d!.Value)) >= 3);
    }

    private static bool IsAlike(double one, double other) => Math.Abs(one - other) <= other * Alike;
}
