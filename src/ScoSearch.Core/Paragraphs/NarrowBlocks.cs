namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// Finds block quotations and other lines that were set narrower than the text around them: several lines on end that
/// stop in mid-sentence at one column well before the measure.
/// </summary>
internal static class NarrowBlocks
{
    private const int Narrower = 6; // columns, half of what a quotation is usually indented on both sides
    private const int Tolerance = 2;
    private const int Indent = 4;
    private const int Narrowest = 24;

    /// <summary>Gives the lines of such blocks their own measure.</summary>
    /// <param name="text">The source.</param>
    /// <param name="lines">The lines of text.</param>
    /// <param name="ended">Whether each ends a sentence.</param>
    /// <param name="measures">The measure of each; 0 where lines are not wrapped.</param>
    public static void Measure(string text, List<SourceLine> lines, bool[] ended, int[] measures)
    {
        for (int i = 0; i + 2 < lines.Count; i++)
        {
            int measure = measures[i];
            if (measure == 0 || ended[i] || lines[i].SetRight > measure - Narrower || lines[i].SetRight < Narrowest
                || !IsProse(text, lines[i]))
            {
                continue;
            }

            int right = lines[i].SetRight, first = i;
            if (i > 0 && Goes(lines, measures, i - 1) && !ended[i - 1] && (i == 1 || ended[i - 2])
                && Math.Abs(lines[i - 1].SetRight + Indent - right) <= 1)
            {
                first = i - 1; // its indent was lost
            }

            int end = i + 1, cut = IsCut(text, lines[i]) ? 1 : 0;
            while (end < lines.Count && Goes(lines, measures, end - 1) && Math.Abs(lines[end].SetRight - right) <= Tolerance
                && IsProse(text, lines[end]))
            {
                cut += !ended[end] && IsCut(text, lines[end]) ? 1 : 0;
                end++;
            }

            bool last = end < lines.Count && !ended[end - 1] && Goes(lines, measures, end - 1)
                && ended[end] && lines[end].SetRight < right;
            end += last ? 1 : 0;
            if (end - first >= 3 && cut > 0 && end - i >= 2 + (last ? 0 : 1))
            {
                Array.Fill(measures, right, first, end - first);
                i = end - 1;
            }
        }
    }

    // The next line follows on the same page at the same measure.
    private static bool Goes(List<SourceLine> lines, int[] measures, int line) => lines[line + 1].Index == lines[line].Index + 1
        && lines[line + 1].Page == lines[line].Page && measures[line + 1] == measures[line] && !lines[line + 1].Enumerator.Exists;

    // Not the row of a table, whose cells stand apart or hold numbers.
    private static bool IsProse(string text, SourceLine line)
    {
        ReadOnlySpan<char> content = LineText.Of(text, line);
        return LineText.ContainsHan(content) && content.IndexOf("  ", StringComparison.Ordinal) < 0;
    }

    // Stops inside a clause, where a list of phrases or a poem would not.
    private static bool IsCut(string text, SourceLine line)
    {
        char last = LineText.Of(text, line)[^1];
        return CharClass.IsHan(last) || CharClass.IsNarrowWord(last);
    }
}
