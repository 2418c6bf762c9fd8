namespace ScoSearch.Ingestion.Pdf;

/// <summary>Makes the rows of one table from its lines.</summary>
internal static class PdfTableRows
{
    private const double Same = 0.25; // heights that differ by less, in sizes of a character, are one

    /// <summary>The rows, from top to bottom, each with its cells from left to right.</summary>
    /// <param name="lines">The rows of the table as they stand.</param>
    /// <param name="em">Size of its characters.</param>
    /// <param name="step">Least distance from row to row, when it is known.</param>
    public static List<PdfRow> Of(List<PdfRow> lines, double em, double? step)
    {
        List<PdfTableBlock> blocks = Stack(lines, em, step);
        List<List<PdfTableBlock>> rows = [.. Sweep(blocks, em).SelectMany(r => Untangle(r, em))];
        AttachSpanning(rows, em, step);
        return [.. rows.Select(r => new PdfRow([.. r.OrderBy(b => b.Left).Select(b => b.ToCell())]) { InTable = true })];
    }

    // Lines of one cell: closer than rows stand, and the upper one full or beside the middle of the two another cell.
    private static List<PdfTableBlock> Stack(List<PdfRow> lines, double em, double? step)
    {
        PdfTableSpacing spacing = new(lines, em, step);
        PdfTableCell[] cells = PdfTableCell.Of(lines, em);
        HashSet<PdfTableCell> going = [.. cells.Where(c => c.Above is not null && Continues(c.Above, c, cells, spacing, em))];
        double leading = Leading([.. going.Select(c => c.Segment.Middle - c.Above!.Segment.Middle).Order()]);
        going.RemoveWhere(c => c.Segment.Middle - c.Above!.Segment.Middle > leading * 1.08);
        Dictionary<PdfTableCell, PdfTableBlock> blockOf = [];
        List<PdfTableBlock> blocks = [];
        foreach (PdfTableCell cell in cells)
        {
            PdfTableBlock? block = going.Contains(cell) ? blockOf[cell.Above!] : null;
            if (block is null || block.Last != cell.Above!.Segment)
            {
                block = new PdfTableBlock(cell.Segment);
                blocks.Add(block);
            }
            else
            {
                block.Add(cell.Segment);
            }

            blockOf[cell] = block;
        }

        return blocks;
    }

    // The lines of all cells of a table are as far apart: the least distance that comes more than once.
    private static double Leading(double[] distances)
    {
        for (int i = 1; i < distances.Length; i++)
        {
            if (distances[i] < distances[i - 1] * 1.04)
            {
                return distances[i - 1];
            }
        }

        return distances.Length == 0 ? 0 : distances[0];
    }

    private static bool Continues(PdfTableCell above, PdfTableCell cell, PdfTableCell[] cells, PdfTableSpacing spacing, double em)
    {
        double distance = cell.Segment.Middle - above.Segment.Middle;
        if ((above.IsNumber && cell.IsNumber) || above.IsLike(cell))
        {
            return false;
        }

        return spacing.Step is null
            ? distance < em * 1.9 && PdfTableSpacing.MayGoOn(above, cell) && cell.HasCentredBeside(cells)
            : distance < spacing.MostInCell && (PdfTableSpacing.MayGoOn(above, cell) || cell.HasCentredBeside(cells));
    }

    // Blocks that share some height.
    private static List<List<PdfTableBlock>> Sweep(IEnumerable<PdfTableBlock> blocks, double em)
    {
        List<List<PdfTableBlock>> rows = [];
        double bottom = double.MinValue;
        foreach (PdfTableBlock block in blocks.OrderBy(b => b.Top))
        {
            if (rows.Count == 0 || block.Top - (em * Same) > bottom + (em * Same))
            {
                rows.Add([]);
                bottom = double.MinValue;
            }

            rows[^1].Add(block);
            bottom = Math.Max(bottom, block.Bottom);
        }

        return rows;
    }

    // Where a cell reaches over several rows, those are told by the columns in which blocks stand above each other.
    private static List<List<PdfTableBlock>> Untangle(List<PdfTableBlock> row, double em)
    {
        PdfTableBlock[] split = [.. row.Where(b => row.Exists(o => o != b && o.Overlaps(b)))];
        if (split.Length == 0)
        {
            return [row];
        }

        List<List<PdfTableBlock>> rows = Sweep(split, em);
        if (rows.Exists(r => r.Exists(b => r.Exists(o => o != b && o.Overlaps(b)))))
        {
            // no order is certain: the lines stay as they stand
            rows = Sweep(row.SelectMany(b => b.Lines).Select(l => new PdfTableBlock(l)), em);
            return rows;
        }

        foreach (PdfTableBlock block in row.Except(split))
        {
            double[] distances = [.. rows.Select(r => Math.Abs(r.Average(b => b.Middle) - block.Middle))];
            double least = distances.Min() + (em * 0.3);
            rows[Array.FindIndex(distances, d => d <= least)].Add(block);
        }

        return rows;
    }

    // Cells that stand beside the middle of two rows which have none in their columns reach over both of them.
    private static void AttachSpanning(List<List<PdfTableBlock>> rows, double em, double? step)
    {
        for (int i = 1; i + 1 < rows.Count; i++)
        {
            List<PdfTableBlock> above = rows[i - 1], here = rows[i], below = rows[i + 1];
            double middle = here.Average(b => b.Middle);
            double up = middle - above.Average(b => b.Middle), down = below.Average(b => b.Middle) - middle;
            if (Math.Abs(up - down) < em * 0.3 && up < (step ?? em * 1.6) * 0.75
                && !above.Concat(below).Any(b => here.Exists(b.Overlaps)))
            {
                above.AddRange(here);
                rows.RemoveAt(i);
            }
        }
    }
}
