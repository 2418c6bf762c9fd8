namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// Finds lines that are pieces of one line of the page: some tools begin a new line where the page squeezed punctuation
/// or raised a footnote marker.
/// </summary>
/// <remarks>
/// A tool that does so leaves lines that begin with <c>，</c> or <c>。</c>, as no line of a page can, or stop short at
/// markers. In such texts a short
/// line and the next one are pieces of one line when they meet at punctuation, at a marker or where the script changes,
/// and are together as wide as the measure.
/// </remarks>
internal static class LineFragments
{
    private const int MinWidth = 6;

    /// <summary>Sets <see cref="SourceLine.Lead"/> and <see cref="SourceLine.IsFragment"/>.</summary>
    public static void Label(string text, List<SourceLine> lines)
    {
        if (!lines.Exists(l => l.IsText && CharClass.IsClosing(text[l.Start]) && CharClass.IsWide(text[l.Start]))
            && lines.Count(l => StopsAtMarker(text, l)) < 2)
        {
            return;
        }

        for (int i = 0; i + 1 < lines.Count; i++)
        {
            SourceLine line = lines[i], next = lines[i + 1];
            if (line.IsText && next.IsText && line.Regime.IsWrapped && next.Page == line.Page
                && !(next.BlankBefore > 0 && line.Regime.BlankSeparates) && IsFragment(text, line, next))
            {
                line.IsFragment = true;
                next.Lead = line.Right - next.Indent;
            }
        }
    }

    // Stops in mid-sentence at a marker, with much room left.
    private static bool StopsAtMarker(string text, SourceLine line) => line.IsText && line.TailLength > 0
        && line.Regime.IsWrapped && line.SetRight < line.Regime.Measure - 8 && !LineText.EndsSentence(LineText.Of(text, line));

    private static bool IsFragment(string text, SourceLine line, SourceLine next)
    {
        int measure = line.Regime.Measure;
        char first = text[next.Start], last = text[line.End - 1];
        int together = line.SetRight + next.Width - next.BlankExcess - next.MarkerExcess;
        if (line.SetRight > measure - 3 || together > measure + 4 || next.Enumerator.Exists || next.Indent >= 2)
        {
            return false;
        }

        ReadOnlySpan<char> before = LineText.Of(text, line), after = LineText.Of(text, next);
        if (CharClass.IsClosing(first) && CharClass.IsWide(first))
        {
            return true;
        }

        bool meets = CharClass.IsOpening(first) || CharClass.IsClosing(last) || line.TailLength > 0
            || CharClass.IsNarrowWord(first) != CharClass.IsNarrowWord(last);
        bool full = together >= measure - 3 && next.Width <= measure - MinWidth && line.Width >= MinWidth;
        bool ends = LineText.EndsSentence(after) && LineText.EndsInComma(before);
        bool goesOn = !LineText.EndsSentence(before)
            || (!LineText.EndsSentence(after) && Math.Abs(together - measure) <= 2 && !CaptionPatterns.IsCaption(after, next.Width));
        return meets && (full ? goesOn : ends);
    }
}
