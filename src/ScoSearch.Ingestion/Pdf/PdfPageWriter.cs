using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Pdf;

/// <summary>Writes a page as lines: prose with indents, tables row by row.</summary>
internal static class PdfPageWriter
{
    private static readonly LineHints Row = new() { Role = LineRole.TableRow };

    public static void Write(PdfPage page, ExtractedTextBuilder builder, ref int number)
    {
        if (page.Segments.Count == 0)
        {
            return;
        }

        List<List<PdfSegment>> rows = IsInColumns(page) ? [.. page.Segments.Select(s => new List<PdfSegment> { s })] : Rows(page);
        double em = Median(page.Segments.Select(s => s.Height)) * 0.9;
        double left = page.Segments.Where(s => s.Width > em * 10).Select(s => s.Left).DefaultIfEmpty(page.Segments[0].Left).Min();
        PdfSegment? before = null;
        foreach (List<PdfSegment> row in rows)
        {
            number++;
            PdfSegment first = row[0];
            if (before is not null && (first.Top - before.Bottom > em * 1.2 || first.Bottom < before.Top))
            {
                builder.Add("", number, page.Number); // a gap on the page
            }

            if (row.Count == 2 && (row.Exists(s => s.Width > page.Width * 0.4) || IsNumbered(row)))
            {
                // a wide gap in a line of prose, or a number before it
                AddProse(builder, string.Join(' ', row.Select(s => s.Text)), row[0].Left, row[^1].Right, left, em, number, page.Number);
            }
            else if (row.Count > 1)
            {
                builder.Add(string.Join('\t', row.Select(s => s.Text)), number, page.Number, Row);
            }
            else
            {
                AddProse(builder, first.Text, first.Left, first.Right, left, em, number, page.Number);
            }

            before = first;
        }
    }

    // 1.2    Title: the number of a heading, or Latin letters followed by Chinese of the same line.
    private static bool IsNumbered(List<PdfSegment> row)
    {
        string number = row[0].Text;
        return (number.Length <= 8 && !number.AsSpan().ContainsAnyExceptInRange('.', '9') && row[1].Text[0] > 0x2E80)
            || (row[0].Block == row[1].Block && char.IsAsciiLetter(number[^1]) && row[1].Text[0] > 0x2E80);
    }

    private static void AddProse(
        ExtractedTextBuilder builder, string text, double from, double to, double left, double em, int number, int page)
    {
        int indent = (int)Math.Clamp(Math.Round((from - left) / em * 2), 0, 60);
        int width = (int)Math.Clamp(Math.Round((to - from) / em * 2), 1, 400);
        builder.Add(text, number, page, new LineHints { Indent = indent, Width = width });
    }

    // Segments at one height are a row, at the place of the first of them in reading order.
    private static List<List<PdfSegment>> Rows(PdfPage page)
    {
        List<List<PdfSegment>> rows = [];
        PdfSegment[] byHeight = [.. page.Segments.OrderBy(s => s.Middle)];
        Dictionary<PdfSegment, List<PdfSegment>> rowOf = new(ReferenceEqualityComparer.Instance);
        List<PdfSegment> current = [];
        foreach (PdfSegment segment in byHeight)
        {
            if (current.Count > 0 && (segment.Middle - current[0].Middle > current[0].Height * 0.45
                || current.Exists(c => segment.Left < c.Right - 1 && c.Left < segment.Right - 1)))
            {
                current = [];
            }

            current.Add(segment);
            rowOf[segment] = current;
        }

        HashSet<List<PdfSegment>> written = new(ReferenceEqualityComparer.Instance);
        foreach (PdfSegment segment in page.Segments)
        {
            List<PdfSegment> row = rowOf[segment];
            if (written.Add(row))
            {
                row.Sort((a, b) => a.Left.CompareTo(b.Left));
                rows.Add(row);
            }
        }

        return rows;
    }

    // Prose in columns: most of the segments that share a height with another are wide.
    private static bool IsInColumns(PdfPage page)
    {
        int shared = 0, wide = 0;
        foreach (PdfSegment segment in page.Segments)
        {
            bool beside = page.Segments.Exists(o => o != segment && Math.Abs(o.Middle - segment.Middle) < segment.Height * 0.45
                && (o.Left >= segment.Right || o.Right <= segment.Left));
            shared += beside ? 1 : 0;
            wide += beside && segment.Width > page.Width * 0.25 ? 1 : 0;
        }

        return shared >= 8 && wide * 10 >= shared * 6;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
