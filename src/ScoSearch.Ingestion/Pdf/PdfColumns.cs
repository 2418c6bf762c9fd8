namespace ScoSearch.Ingestion.Pdf;

/// <summary>Puts the segments of a page into reading order where prose is set in columns.</summary>
/// <remarks>
/// A gutter is a place that few segments cross and that has at least <see cref="MinLines"/> lines of prose on each side,
/// at the same heights. Segments that cross it (headlines, wide tables) cut the page into bands; a band is read column by
/// column. Columns of numbers in a table are too narrow to count as prose.
/// </remarks>
internal static class PdfColumns
{
    private const int MinLines = 5;
    private const int MinColumns = 16; // of half a Chinese character, in a line of prose
    private const double Share = 0.6; // of the characters of a side, that are prose
    private const double Close = 3; // from a heading to the text of its column, in sizes of a character
    private const int MaxSegments = 2000; // more are no prose, and looking for gutters takes the square of it
    private const int MaxDepth = 3; // eight columns; nobody sets more

    /// <summary>The stretches of the page to be read one after the other, each from top to bottom.</summary>
    public static List<List<PdfSegment>> Order(IReadOnlyList<PdfSegment> segments, int depth = 0)
    {
        List<PdfSegment> all = [.. segments.OrderBy(s => s.Middle)];
        if (depth >= MaxDepth || all.Count > MaxSegments || FindGutter(all) is not double gutter)
        {
            return all.Count == 0 ? [] : [all];
        }

        (double top, double bottom) = ProseOf(all, gutter);
        List<List<PdfSegment>> ordered = [];
        List<PdfSegment> left = [], right = [], across = [];
        foreach (PdfSegment segment in all)
        {
            // heads and page numbers stand outside the columns
            bool outside = segment.Middle < top || segment.Middle > bottom;
            if (outside || Crosses(segment, gutter))
            {
                Flush(left, right, ordered, depth);
                across.Add(segment);
                continue;
            }

            if (across.Count > 0)
            {
                ordered.Add([.. across]);
                across.Clear();
            }

            (segment.Left < gutter ? left : right).Add(segment);
        }

        Flush(left, right, ordered, depth);
        if (across.Count > 0)
        {
            ordered.Add(across);
        }

        return ordered;
    }

    private static void Flush(List<PdfSegment> left, List<PdfSegment> right, List<List<PdfSegment>> ordered, int depth)
    {
        ordered.AddRange(Order(left, depth + 1));
        ordered.AddRange(Order(right, depth + 1));
        left.Clear();
        right.Clear();
    }

    private static bool Crosses(PdfSegment segment, double x) => segment.Left < x - 1 && segment.Right > x + 1;

    private static double? FindGutter(List<PdfSegment> all)
    {
        if (all.Count < 2 * MinLines)
        {
            return null;
        }

        double from = all.Min(s => s.Left), width = all.Max(s => s.Right) - from;
        double? best = null;
        double fewest = all.Count * 0.25;
        double[] lefts = [.. all.Select(s => s.Left).Order()];
        foreach (double x in all.Select(s => s.Left - 2).Where(x => x > from + (width * 0.2) && x < from + (width * 0.8)).Distinct())
        {
            if (!BeginsColumn(lefts, x + 2))
            {
                continue;
            }

            int crossing = all.Count(s => Crosses(s, x));
            if (crossing < fewest && HasProse(all, x, from, from + width))
            {
                (best, fewest) = (x, crossing);
            }
        }

        return best;
    }

    // Several lines begin there: the left edge of a column, not of a single centred line.
    private static bool BeginsColumn(double[] lefts, double x)
    {
        int at = Array.BinarySearch(lefts, x - 1);
        at = at < 0 ? ~at : at;
        return at + 2 < lefts.Length && lefts[at + 2] <= x + 1;
    }

    // Lines that fill most of their column, of which many stand beside a line of the other column.
    private static bool HasProse(List<PdfSegment> all, double gutter, double from, double to)
    {
        PdfSegment[] left = [.. all.Where(s => s.Right <= gutter + 1)], right = [.. all.Where(s => s.Left >= gutter - 1)];
        PdfSegment[] wideLeft = [.. left.Where(s => IsProse(s, (gutter - from) * 0.6))];
        PdfSegment[] wideRight = [.. right.Where(s => IsProse(s, (to - gutter) * 0.3))];
        return wideLeft.Length >= MinLines && wideRight.Length >= MinLines
            && wideLeft.Sum(s => s.Columns) >= left.Sum(s => s.Columns) * Share
            && wideRight.Sum(s => s.Columns) >= right.Sum(s => s.Columns) * Share
            && wideLeft[0].Middle < wideRight[^1].Middle && wideRight[0].Middle < wideLeft[^1].Middle
            && wideLeft.Median(s => s.Columns) >= MinColumns && wideRight.Median(s => s.Columns) >= MinColumns;
    }

    private static bool IsProse(PdfSegment segment, double width) =>
        segment.Width > width && segment.Text.Count(char.IsAsciiDigit) * 2 < segment.Text.Length;

    private static (double Top, double Bottom) ProseOf(List<PdfSegment> all, double gutter)
    {
        double from = all.Min(s => s.Left), to = all.Max(s => s.Right);
        PdfSegment[] prose =
        [
            .. all.Where(s => !Crosses(s, gutter) && s.Width > (s.Left < gutter ? gutter - from : to - gutter) * 0.3),
        ];
        double em = prose.Median(s => s.Em), top = prose[0].Middle, bottom = prose[^1].Middle;
        for (int i = all.Count - 1; i >= 0; i--)
        {
            if (all[i].Middle < top && Crosses(all[i], gutter))
            {
                break;
            }

            top = all[i].Middle < top && IsCloseTo(all, all[i], 1, gutter, em) ? all[i].Middle : top;
        }

        foreach (PdfSegment segment in all.SkipWhile(s => s.Middle <= bottom).TakeWhile(s => !Crosses(s, gutter)))
        {
            bottom = IsCloseTo(all, segment, -1, gutter, em) ? segment.Middle : bottom;
        }

        return (top, bottom);
    }

    // Whether something of the same column stands close below (1) or above (-1).
    private static bool IsCloseTo(List<PdfSegment> all, PdfSegment segment, int side, double gutter, double em) =>
        all.Exists(s => (s.Left < gutter) == (segment.Left < gutter) && !Crosses(s, gutter)
            && (s.Middle - segment.Middle) * side > em * 0.5 && (s.Middle - segment.Middle) * side < em * Close);

    /// <summary>The middle one of values; 0 when there are none.</summary>
    public static double Median(this IEnumerable<PdfSegment> segments, Func<PdfSegment, double> value)
    {
        double[] sorted = [.. segments.Select(value).Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
