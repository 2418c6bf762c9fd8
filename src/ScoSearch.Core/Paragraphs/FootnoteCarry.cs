namespace ScoSearch.Core.Paragraphs;

/// <summary>Finds the rest of a footnote that runs over to the foot of the next page.</summary>
/// <remarks>
/// The rest stands below the body of the next page, before that page's own footnotes, without a number. It ends a
/// sentence; its lines but the last reach the width of footnotes; the body above it stops at its own full width, and goes
/// on after the footnotes. Where that does not hold, nothing is moved.
/// </remarks>
internal static class FootnoteCarry
{
    private const int MaxLines = 6;

    /// <summary>Whether a note stops at the end of its page in the middle of a sentence or of a line.</summary>
    public static bool IsUnfinished(string text, List<SourceLine> lines, int first, int last)
    {
        bool pageEnds = NextText(lines, last) is { } next && lines[next].Page == lines[last].Page + 1;
        ReadOnlySpan<char> content = LineText.Of(text, lines[last]);
        return pageEnds && !LineText.EndsSentence(content)
            && (last == first || lines[last].Right >= lines[first].Right - 10);
    }

    /// <summary>Labels the rest of the note that ends with a line, in the lines before <paramref name="end"/>.</summary>
    /// <param name="text">The source.</param>
    /// <param name="lines">All lines.</param>
    /// <param name="note">Last line of the note.</param>
    /// <param name="end">First footnote of the next page, or the first line of the page after it.</param>
    public static void Label(string text, List<SourceLine> lines, int note, int end)
    {
        int last = end - 1;
        while (last > note && !lines[last].IsText)
        {
            last--;
        }

        int page = lines[note].Page + 1;
        if (last <= note || lines[last].Page != page || !LineText.EndsSentence(LineText.Of(text, lines[last])))
        {
            return;
        }

        int measure = MeasureOfPage(lines, note, last);
        for (int first = last; first > last - MaxLines && IsPossible(text, lines, note, first, last); first--)
        {
            if (BodyStopsBefore(text, lines, first, measure) && (first < last || BodyGoesOn(text, lines, end)))
            {
                for (int i = first; i <= last; i++)
                {
                    lines[i].Label = lines[i].IsText ? LineLabel.FootnoteCarry : lines[i].Label;
                }

                return;
            }
        }
    }

    // All lines of the rest but the last are as wide as the note's.
    private static bool IsPossible(string text, List<SourceLine> lines, int note, int first, int last) =>
        first - 1 > note && lines[first].IsText && lines[first - 1].IsText && lines[first].Page == lines[last].Page
        && lines[first].Indent < 2 && (first == last || (lines[first].Right >= lines[note].Right - 5
            && !LineText.EndsSentence(LineText.Of(text, lines[first]))));

    private static bool BodyStopsBefore(string text, List<SourceLine> lines, int first, int measure)
    {
        SourceLine body = lines[first - 1];
        bool full = body.Right >= measure - 3 && body.Right <= measure + 2;
        bool wider = first + 1 < lines.Count && lines[first].Right > measure + 2;
        return full && (wider || !LineText.EndsSentence(LineText.Of(text, body)));
    }

    // The first line of text on the page after begins without an indent.
    private static bool BodyGoesOn(string text, List<SourceLine> lines, int end)
    {
        int page = lines[end].PageTop ? lines[end].Page : lines[end].Page + 1;
        for (int i = end; i < lines.Count && lines[i].Page <= page; i++)
        {
            if (lines[i].Page == page && lines[i].IsText)
            {
                return lines[i].Indent < 2 && !CharClass.IsClosing(text[lines[i].Start]);
            }
        }

        return false;
    }

    // The most common right end among the lines of the page above the foot.
    private static int MeasureOfPage(List<SourceLine> lines, int note, int last)
    {
        Dictionary<int, int> counts = [];
        int best = 0;
        for (int i = note + 1; i < last; i++)
        {
            int right = lines[i].Right;
            int count = counts[right] = counts.GetValueOrDefault(right) + 1;
            best = count > counts.GetValueOrDefault(best) ? right : best;
        }

        return best;
    }

    private static int? NextText(List<SourceLine> lines, int index)
    {
        for (int i = index + 1; i < lines.Count; i++)
        {
            if (lines[i].IsText)
            {
                return i;
            }
        }

        return null;
    }
}
