using System.Buffers;

namespace ScoSearch.Ingestion.Pdf;

/// <summary>Recognizes the head or foot of a page that holds its number: <c>18 修桥技术</c>.</summary>
/// <remarks>
/// Heads that come back on page after page are found in the text. On a lone page only the form tells: a short line at
/// the edge of the page, farther from the text than lines are from each other, not larger than the text, with a number
/// before or behind it. <c>1 绪论</c> at the top of a page may be a heading: a number below 10 before the text counts only
/// where the line below goes on in mid-sentence.
/// </remarks>
internal static class PdfRunningHead
{
    private const double Edge = 0.12; // of the height of the page
    private const double Apart = 1.5; // in distances of lines

    private const double Gap = 0.7; // between number and text, in sizes of a character: more than a blank

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。；！？，：");

    /// <summary>Whether a row is one.</summary>
    /// <param name="rows">The rows of the page, from top to bottom.</param>
    /// <param name="index">The row.</param>
    /// <param name="height">Height of the page in points.</param>
    /// <param name="em">Size of the characters of the text.</param>
    public static bool IsAt(List<PdfRow> rows, int index, double height, double em)
    {
        PdfRow row = rows[index];
        bool top = index == 0, foot = index == rows.Count - 1;
        if (rows.Count < 4 || !(top ? row.Middle < height * Edge : foot && row.Middle > height * (1 - Edge)) || row.InTable)
        {
            return false;
        }

        double widest = rows.Max(r => r.Filled);
        double gap = top ? rows[1].Middle - row.Middle : row.Middle - rows[^2].Middle;
        string text = string.Join(' ', row.Cells.Select(c => c.Text));
        return gap > Apart * Pitch(rows) && row.Filled < widest * 0.6 && Words(row).Where(w => w.IsMeasured).All(w => w.Em < em * 1.1)
            && !text.AsSpan().ContainsAny(SentenceMarks) && HasPageNumber(row, top ? rows[1] : null, rows.Min(r => r.Left), em);
    }

    /// <summary>
    /// Whether a row is text with a number far before or behind it: alone at the edge of a page it is no row of a table;
    /// whether it comes back on other pages is seen in the text.
    /// </summary>
    public static bool IsForm(PdfRow row) => !row.InTable && row.Cells.Count is 2 or 3
        && (row.Cells[0].Text.All(char.IsAsciiDigit) || row.Cells[^1].Text.All(char.IsAsciiDigit))
        && row.Cells.All(c => !c.Text.AsSpan().ContainsAny(SentenceMarks));

    /// <summary>The usual distance of rows.</summary>
    public static double Pitch(List<PdfRow> rows)
    {
        double[] steps = [.. rows.Zip(rows.Skip(1), (a, b) => b.Middle - a.Middle).Where(s => s > 0).Order()];
        return steps.Length == 0 ? 0 : steps[steps.Length / 2];
    }

    private static bool HasPageNumber(PdfRow row, PdfRow? below, double left, double em)
    {
        PdfSegment[] words = [.. Words(row)];
        int before = words.TakeWhile(IsDigits).Count(), behind = words.Reverse().TakeWhile(IsDigits).Count();
        bool goesOn = below is not null && below.Left < left + (em * 0.5) && below.Cells[0].Text.Contains('。', StringComparison.Ordinal);
        return before + behind < words.Length
            && ((Number(words[..before]) >= (goesOn ? 1 : 10) && behind == 0 && IsApart(words, before, em))
                || (before == 0 && Number(words[^behind..]) > 0 && IsApart(words, words.Length - behind, em)));
    }

    private static IEnumerable<PdfSegment> Words(PdfRow row) =>
        row.Cells.SelectMany(c => c.Parts.Count == 0 ? [c] : c.Parts.Select(p => p.Word));

    private static bool IsDigits(PdfSegment word) => word.Text.All(char.IsAsciiDigit);

    private static bool IsApart(PdfSegment[] words, int index, double em) => words[index].Left - words[index - 1].Right > em * Gap;

    // The digits may be set apart; years are no page numbers. 0 when there is no number.
    private static int Number(PdfSegment[] words)
    {
        string digits = string.Concat(words.Select(w => w.Text));
        int value = digits.Length is >= 1 and <= 4 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return value is >= 1900 and < 2100 ? 0 : value;
    }
}
