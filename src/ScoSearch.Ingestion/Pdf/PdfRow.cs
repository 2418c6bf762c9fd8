namespace ScoSearch.Ingestion.Pdf;

/// <summary>Segments at one height, from left to right: a line of prose has one, a row of a table several.</summary>
/// <param name="Cells">The segments; at least one.</param>
internal sealed record PdfRow(List<PdfSegment> Cells)
{
    private const double SignGap = 4; // from the sign of an item to its text, in sizes of a character

    /// <summary>Whether the row is known to belong to a table.</summary>
    public bool InTable { get; init; }

    /// <summary>Vertical middle.</summary>
    public double Middle { get; } = Cells.Average(c => c.Middle);

    /// <summary>Left edge.</summary>
    public double Left => Cells[0].Left;

    /// <summary>Right edge.</summary>
    public double Right => Cells[^1].Right;

    /// <summary>Width of all cells without the gaps between them.</summary>
    public double Filled => Cells.Sum(c => c.Width);

    /// <summary>Size of the characters in points.</summary>
    public double Em => Cells.MaxBy(c => c.Columns)!.Em;

    /// <summary>Whether the size is measured well enough to compare it.</summary>
    public bool IsMeasured => Cells.MaxBy(c => c.Columns)!.IsMeasured;

    /// <summary>Groups segments, given from top to bottom, into rows.</summary>
    /// <param name="segments">The segments of a column or page.</param>
    /// <param name="em">Size of its characters.</param>
    public static List<PdfRow> Group(IReadOnlyList<PdfSegment> segments, double em)
    {
        List<PdfRow> rows = [];
        List<PdfSegment> current = [];
        foreach (PdfSegment segment in segments)
        {
            if (current.Count > 0 && (segment.Middle - current[0].Middle > em * 0.5
                || current.Exists(c => segment.Left < c.Right - 1 && c.Left < segment.Right - 1)))
            {
                rows.Add(new PdfRow(Merge(current, em)));
                current.Clear();
            }

            current.Add(segment);
        }

        if (current.Count > 0)
        {
            rows.Add(new PdfRow(Merge(current, em)));
        }

        rows.RemoveAll(r => r.Cells.TrueForAll(c => c.IsSign));
        return rows;
    }

    // The program splits a line where the font changes; what stands close together belongs together.
    private static List<PdfSegment> Merge(List<PdfSegment> segments, double em)
    {
        List<PdfSegment> merged = [];
        foreach (PdfSegment segment in segments.OrderBy(s => s.Left))
        {
            double gap = merged.Count > 0 ? segment.Left - merged[^1].Right : double.MaxValue;
            if (merged.Count > 0 && merged[^1].IsSign)
            {
                merged[^1] = segment with { IsAfterSign = gap < em * SignGap };
            }
            else if (gap < em * 1.2)
            {
                merged[^1] = merged[^1].JoinedWith(segment, gap > em * 0.2 ? " " : "");
            }
            else
            {
                merged.Add(segment);
            }
        }

        return merged;
    }
}
