using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Documents;

/// <summary>Finds the gutter between two columns of text that stand side by side in the rows of a page.</summary>
/// <remarks>
/// Tools that keep the layout of a page set every character one column wide. The left end of the right column therefore
/// shows where the left column is short or empty: there the blanks reach up to it. A row whose left part is full has
/// one blank or a few, and its right part begins earlier.
/// </remarks>
internal sealed class ColumnGutter
{
    private const int MinRows = 6;
    private const int MinColumn = 8; // characters of the narrower column
    private const int Slack = 4; // hanging punctuation, footnote markers
    private const int MaxWidth = 200;
    private const int Candidates = 6;

    private readonly string _text;
    private readonly int _origin;
    private readonly int _width; // of full left parts, in half-width columns of the page

    private ColumnGutter(string text, int origin, int right, int width) =>
        (_text, _origin, Right, _width) = (text, origin, right, width);

    /// <summary>Column where the right part of a row begins.</summary>
    public int Right { get; }

    /// <summary>The gutter of the rows, or null when they are not set in columns.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rows">Rows of a page, or their right parts.</param>
    /// <param name="origin">Column where the rows begin.</param>
    public static ColumnGutter? Find(string text, List<ColumnRow> rows, int origin)
    {
        Dictionary<int, int> starts = [];
        foreach (ColumnRow row in rows)
        {
            (int start, int gap) = WidestGap(text, row, origin);
            if (gap >= 3 && start - origin >= MinColumn)
            {
                starts[start] = starts.GetValueOrDefault(start) + 1;
            }
        }

        foreach ((int right, int count) in starts.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(Candidates))
        {
            if (count >= 2 && new ColumnGutter(text, origin, right, FullLeft(text, rows, origin, right)) is { } gutter
                && gutter.Suits(rows))
            {
                return gutter;
            }
        }

        return null;
    }

    /// <summary>The offset where the right part of a row begins; its end when it has none; -1 when it crosses the gutter.</summary>
    public int Split(ColumnRow row)
    {
        if (row.Column >= Right - 1)
        {
            return row.Start;
        }

        bool indented = (row.Column - _origin) * 2 > Right - _origin;
        int best = -1, bestMisfit = int.MaxValue, indent = row.Column - _origin;
        for (int at = row.Start, width = indent; at < row.End && !indented; at++)
        {
            int from = at;
            while (at < row.End && _text[at] == ' ')
            {
                at++;
            }

            int start = row.Column + at - row.Start, blanks = at - from;
            int misfit = blanks > 1 ? Math.Abs(start - Right) : Slack + Math.Abs(width - _width);
            bool fits = blanks > 1 ? width <= _width + Slack && start >= Right - Slack - Math.Max(0, width / 2) / 2
                : blanks == 1 && Math.Abs(width - _width) <= Slack && start <= Right + 1;
            if (fits && misfit < bestMisfit)
            {
                (best, bestMisfit) = (at, misfit);
            }

            width += blanks + (at < row.End ? CharClass.Width(_text[at]) : 0);
        }

        return best >= 0 ? best : !indented && WidthOf(_text, row, _origin) <= _width + Slack ? row.End : -1;
    }

    private static int WidthOf(string text, ColumnRow row, int origin) =>
        row.Column - origin + LineScanner.WidthOf(text.AsSpan(row.Start, row.End - row.Start));

    // The width at which most rows have a blank before the right column, or end.
    private static int FullLeft(string text, List<ColumnRow> rows, int origin, int right)
    {
        Span<int> counts = stackalloc int[MaxWidth + 1];
        foreach (ColumnRow row in rows)
        {
            int width = row.Column - origin;
            for (int at = row.Start; at <= row.End; at++)
            {
                bool blank = at < row.End && BeginsBlanks(text, at, row.Start);
                if ((blank || (at == row.End && row.Right <= right)) && row.Column + at - row.Start <= right
                    && width is >= MinColumn * 2 and < MaxWidth)
                {
                    counts[width]++;
                }

                width += at < row.End ? text[at] == ' ' ? 1 : CharClass.Width(text[at]) : 0;
            }
        }

        int best = 0, bestCount = 0;
        for (int w = 1; w < MaxWidth; w++)
        {
            int count = counts[w - 1] + (counts[w] * 2) + counts[w + 1];
            (best, bestCount) = count >= bestCount ? (w, count) : (best, bestCount);
        }

        return best;
    }

    private static bool BeginsBlanks(string text, int at, int start) => text[at] == ' ' && at > start && text[at - 1] != ' ';

    // The run of blanks that is longest, before or inside the row: where it ends and how long it is.
    private static (int Start, int Length) WidestGap(string text, ColumnRow row, int origin)
    {
        int best = row.Column, length = row.Column - origin;
        int at = row.Start;
        while (at < row.End)
        {
            int from = at;
            while (at < row.End && text[at] == ' ')
            {
                at++;
            }

            if (at - from > length)
            {
                (best, length) = (row.Column + at - row.Start, at - from);
            }

            at++;
        }

        return (best, length);
    }

    // Prose in both columns, side by side, and hardly a row that crosses.
    private bool Suits(List<ColumnRow> rows)
    {
        int crossing = 0, total = 0, left = 0, right = 0, leftText = 0, rightText = 0, firstRight = -1, lastLeft = -1, beside = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            ColumnRow row = rows[i];
            if (row.IsBlank)
            {
                continue;
            }

            total++;
            int split = Split(row);
            if (split < 0)
            {
                crossing++;
                continue;
            }

            ReadOnlySpan<char> leftPart = _text.AsSpan(row.Start, split - row.Start).TrimEnd();
            ReadOnlySpan<char> rightPart = _text.AsSpan(split, row.End - split);
            leftText += leftPart.Length;
            rightText += rightPart.Length;
            left += IsProse(leftPart) ? 1 : 0;
            right += IsProse(rightPart) ? 1 : 0;
            firstRight = rightPart.Length > 0 && firstRight < 0 ? i : firstRight;
            lastLeft = leftPart.Length > 0 ? i : lastLeft;
            beside += leftPart.Length > 0 && firstRight >= 0 ? 1 : 0;
        }

        int least = Math.Max(MinRows, total / 4);
        return crossing * 4 <= total && left >= least && right >= least && beside >= MinRows && lastLeft > firstRight
            && leftText >= left * MinColumn && rightText >= right * MinColumn;
    }

    // Text that goes on, not the cell of a table.
    private static bool IsProse(ReadOnlySpan<char> part)
    {
        int han = 0;
        foreach (char c in part)
        {
            han += CharClass.IsHan(c) ? 1 : 0;
        }

        return han >= 6 && han * 2 >= part.Length;
    }
}
