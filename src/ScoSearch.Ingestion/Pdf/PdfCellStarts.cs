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
    private const double LeastGap = 0.28, Same = 0.06, Apart = 0.3, NumberGap = 0.5; // in sizes of a character
    private const double ClearGap = 0.8; // wider than any blank in a line of Chinese
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
        List<PdfRow> split = [.. rows.Select((row, i) => SplitRow(rows, i, left, known) ?? row)];

        // what begins at a border that other rows have shown, behind the number of a row
        return [.. split.Select((row, i) => SplitRow(split, i, left, _borders) ?? row)];
    }

    /// <summary>Whether the second cell of a row begins where cells of the rows above and below do.</summary>
    public bool IsAligned(List<PdfRow> rows, int index)
    {
        PdfRow row = rows[index];
        double left = rows.Min(r => r.Left);
        return row.Cells.Count > 1 && row.Cells[0].Width >= em * LeastLeft && !EndsNumber(row.Cells[0])
            && (BeginsLikeNeighbour(rows, index, -1) || BeginsLikeNeighbour(rows, index, 1)
                || Count(rows, index, -1, row.Cells[1], null, left) + Count(rows, index, 1, row.Cells[1], null, left) >= 2);
    }

    // Two cells below two others, each pair at the same edge.
    private bool BeginsLikeNeighbour(List<PdfRow> rows, int index, int step)
    {
        PdfRow row = rows[index], other = rows[Math.Clamp(index + step, 0, rows.Count - 1)];
        bool Same(int cell) => Math.Abs(row.Cells[cell].Left - other.Cells[cell].Left) <= em * PdfCellStarts.Same;
        return other != row && row.Cells.Count == 2 && other.Cells.Count == 2 && Same(0) && Same(1)
            && Math.Abs(other.Middle - row.Middle) < em * 2;
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
                if (IsBorder(rows, index, new Gap(cell.Parts[k - 1].Word, cell.Parts[k].Word, from), left, known))
                {
                    starts.Add(k);
                    from = cell.Parts[k].Word.Left;
                }
            }

            cells.AddRange(starts.Count == 0 ? [cell] : cell.SplitBefore(starts));
        }

        return cells.Count > rows[index].Cells.Count ? new PdfRow(cells) { InTable = true } : null;
    }

    private bool IsBorder(List<PdfRow> rows, int index, Gap gap, double left, List<double> known)
    {
        bool several = rows[index].Cells.Count > 1;
        if (gap.Width < em * LeastGap || EndsNumber(gap.Before))
        {
            return false;
        }

        bool clear = gap.Width >= em * ClearGap, numbered = IsItemNumber(gap.Before.Text);
        bool figures = PdfTableCell.IsFigure(gap.Before.Text) && PdfTableCell.IsFigure(gap.Word.Text);
        if ((several && gap.Width >= em * NumberGap && figures)
            || ((several || clear) && known.Exists(b => Math.Abs(b - gap.Word.Left) <= em * Same))
            || (gap.Width >= em && !gap.SpreadsWord && LiesBetweenCells(rows, index, gap)))
        {
            return true;
        }

        if (gap.Width >= em * NumberGap && (several || (clear && figures)) && PdfTableCell.IsFigure(gap.Before.Text)
            && EndsColumn(rows, index, gap))
        {
            _borders.Add(gap.Word.Left);
            return true;
        }

        double leastLeft = several ? 1 : clear && !numbered ? 0.9 : LeastLeft;
        return !(numbered && gap.Before.Text[0] == '第') && gap.Before.Right - gap.From >= em * leastLeft
            && IsSupported(rows, index, gap, left, clear);
    }

    private bool IsSupported(List<PdfRow> rows, int index, Gap gap, double left, bool clear)
    {
        PdfSegment? before = clear ? null : gap.Before;
        int above = Count(rows, index, -1, gap.Word, before, left), below = Count(rows, index, 1, gap.Word, before, left);
        bool supported = rows[index].Cells.Count > 1 || clear ? above + below >= 2 : above > 0 && below > 0 && above + below >= 3;
        if (supported)
        {
            _borders.Add(gap.Word.Left);
        }

        return supported;
    }

    // Heads are centred over columns of other alignment: a gap where two rows near have one between cells, and none a word.
    private bool LiesBetweenCells(List<PdfRow> rows, int index, Gap gap)
    {
        int count = 0;
        double left = gap.Before.Right, right = gap.Word.Left;
        foreach (int step in (int[])[-1, 1])
        {
            for (int i = index + step; i >= 0 && i < rows.Count && Math.Abs(i - index) <= Reach && count < 2; i += step)
            {
                List<PdfSegment> cells = rows[i].Cells;
                if (cells.Exists(c => c.Left < left + 1 && c.Right > right - 1))
                {
                    break;
                }

                for (int k = 1; k < cells.Count; k++)
                {
                    count += Math.Min(cells[k].Left, right) - Math.Max(cells[k - 1].Right, left) >= em * NumberGap ? 1 : 0;
                }
            }
        }

        return count >= 2;
    }

    // Numbers of two rows near that end where this one does, before a gap or the end of their cell.
    private bool EndsColumn(List<PdfRow> rows, int index, Gap gap)
    {
        int count = 0;
        for (int i = Math.Max(0, index - Reach); i < rows.Count && i <= index + Reach; i++)
        {
            count += i != index && rows[i].Cells.Exists(c => EndsAt(c, gap.Before.Right)) ? 1 : 0;
        }

        return count >= 2;
    }

    private bool EndsAt(PdfSegment cell, double x)
    {
        bool At(PdfSegment s) => Math.Abs(s.Right - x) <= em * Same && PdfTableCell.IsFigure(s.Text);
        return cell.Parts.Count == 0 ? At(cell)
            : cell.Parts.Select(p => p.Word).Zip(cell.Parts.Skip(1).Select(p => p.Word).Append(null))
                .Any(p => At(p.First) && (p.Second is null || p.Second.Left - p.First.Right >= em * ClearGap));
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

            count += BeginsCell(rows[i], word, before, left) ? 1 : 0;
        }

        return count;
    }

    private bool Crosses(PdfSegment cell, double x) => cell.Left < x - (em * Same) && cell.Right > x
        && (cell.Parts.Count == 0 || cell.Parts.Any(p => p.Word.Left < x - (em * Same) && p.Word.Right > x));

    private bool BeginsCell(PdfRow row, PdfSegment word, PdfSegment? before, double left)
    {
        double x = word.Left;
        bool At(PdfSegment s) => Math.Abs(s.Left - x) <= em * Same;
        bool Behind(PdfSegment cell)
        {
            for (int k = 1; k < cell.Parts.Count; k++)
            {
                PdfSegment other = cell.Parts[k - 1].Word;
                bool differs = Math.Abs(other.Left - before!.Left) > em * Apart || (other.Text != before.Text && cell.Parts[k].Word.Text != word.Text);
                if (At(cell.Parts[k].Word) && differs)
                {
                    return true;
                }
            }

            return false;
        }

        bool AfterClearGap(PdfSegment cell)
        {
            for (int k = 1; k < cell.Parts.Count; k++)
            {
                if (At(cell.Parts[k].Word) && cell.Parts[k].Word.Left - cell.Parts[k - 1].Word.Right >= em * ClearGap)
                {
                    return true;
                }
            }

            return false;
        }

        return row.Cells.Exists(c => AfterClearGap(c) || (before is not null && row.Cells.Count > 1 && Behind(c)))
            || (row.Cells.Count > 1 ? row.Cells.Exists(At) : At(row.Cells[0]) && x > left + (em * LeastLeft));
    }

    // 1  一  a  （3  : what may be the number of an item, whose text stands behind a gap of its own.
    private static bool IsItemNumber(string text) => text is ['第', _, .., '章' or '节' or '条' or '篇' or '编' or '回'] ? text.Length <= 6 :
        text.Length <= 3 && text.All(c => char.IsAsciiDigit(c) || c is >= '一' and <= '十' or '（' or '(' || !char.IsLetter(c)) || text.Length == 1;

    private static bool EndsNumber(PdfSegment text) => text.Text.Length <= 5 && text.Text[^1] is '）' or ')' or '、' or '．' or '.';

    // A gap between two words; the cell they stand in begins at From.
    private readonly record struct Gap(PdfSegment Before, PdfSegment Word, double From)
    {
        public double Width => Word.Left - Before.Right;

        // 项 目: two characters set as wide as longer words
        public bool SpreadsWord => Before.Text.Length == 1 && Word.Text.Length == 1;
    }
}
