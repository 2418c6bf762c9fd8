namespace ScoSearch.Core.Paragraphs;

/// <summary>Finds the rest of a footnote that runs over to the foot of the next page.</summary>
/// <remarks>
/// The rest stands below the body of the next page, before that page's own footnotes, without a number. It ends a
/// sentence; its lines but the last are as full as the footnote's; the body above it either stops in mid-sentence at its
/// own full width and goes on after the footnotes, or ends a paragraph, so that the next line of the body would be
/// indented. Of the places where the rest may begin, the one with the strongest signs is taken; where there is none,
/// nothing is moved.
/// </remarks>
internal static class FootnoteCarry
{
    private const int MaxLines = 8;
    private const int LinesBefore = 60; // among these a paragraph shows whether first lines are indented

    /// <summary>Whether a note stops at the end of its page and may go on: in mid-sentence or with a full line.</summary>
    public static bool MayGoOn(List<SourceLine> lines, int first, int last)
    {
        bool pageEnds = NextText(lines, last) is { } next && lines[next].Page == lines[last].Page + 1;
        return pageEnds && (last == first || lines[last].Right >= lines[first].Right - 10);
    }

    /// <summary>Labels the rest of a note in the lines before <paramref name="end"/>.</summary>
    /// <param name="text">The source.</param>
    /// <param name="lines">All lines.</param>
    /// <param name="note">Last line of the note on its page.</param>
    /// <param name="end">First footnote of the next page, or the first line of the page after it.</param>
    /// <param name="noteMeasure">Right end of full lines of footnotes.</param>
    public static void Label(string text, List<SourceLine> lines, int note, int end, int noteMeasure)
    {
        int last = end - 1;
        while (last > note && !lines[last].IsText)
        {
            last--;
        }

        if (last <= note || lines[last].Page != lines[note].Page + 1
            || !LineText.EndsSentence(LineText.Of(text, lines[last])))
        {
            return;
        }

        Page page = new(text, lines, note, last, end);
        noteMeasure = Math.Max(noteMeasure, page.Measure - 2); // footnotes are not set narrower than the body
        int best = -1, bestScore = 0;
        for (int first = last; first > last - MaxLines && page.MayBegin(first, noteMeasure); first--)
        {
            int score = page.ScoreOf(first, noteMeasure);
            (best, bestScore) = score > bestScore ? (first, score) : (best, bestScore);
        }

        for (int i = best; best >= 0 && i <= last; i++)
        {
            lines[i].Label = lines[i].IsText ? LineLabel.FootnoteCarry : lines[i].Label;
        }
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

    // The page that the rest stands on.
    private sealed class Page
    {
        private readonly string _text;
        private readonly List<SourceLine> _lines;
        private readonly int _note, _last;
        private readonly bool _indented;
        private readonly bool? _bodyGoesOn; // null: no page follows

        public Page(string text, List<SourceLine> lines, int note, int last, int end)
        {
            (_text, _lines, _note, _last) = (text, lines, note, last);
            Measure = MeasureOf(lines, note, last);
            for (int i = Math.Max(0, note - LinesBefore); i < last; i++)
            {
                _indented |= lines[i].IsText && lines[i].Indent is >= 2 and <= 8;
            }

            _bodyGoesOn = GoesOnAfter(end);
        }

        // The most common right end of the body.
        public int Measure { get; }

        // Every line of the rest but the last is full, and no paragraph of the body begins in it.
        public bool MayBegin(int first, int noteMeasure)
        {
            SourceLine line = _lines[first];
            if (first - 1 <= _note || !line.IsText || !_lines[first - 1].IsText || line.Page != _lines[_last].Page
                || line.Indent >= 2)
            {
                return false;
            }

            return first == _last || line.Right + WidthOfNext(first) > noteMeasure - 4;
        }

        // 0 where the rest cannot begin; more, the surer.
        public int ScoreOf(int first, int noteMeasure)
        {
            SourceLine body = _lines[first - 1], note = _lines[_note];
            char start = _text[_lines[first].Start];
            if (note.Right + LineText.WidthOfFirstUnit(LineText.Of(_text, _lines[first])) < noteMeasure)
            {
                return 0; // the note had room for more, so it ended
            }

            ReadOnlySpan<char> noteText = LineText.Of(_text, note);
            bool inUrl = UrlScanner.IsUrlCharacter(start) && UrlScanner.EndsInUrl(noteText);
            if (LineText.EndsSentence(noteText) && !inUrl && Wider(first, noteMeasure) < 2)
            {
                return 0; // a whole sentence, and nothing in the lines below shows that they are no body
            }

            bool ended = LineText.EndsSentence(LineText.Of(_text, body));
            bool full = body.Right >= Measure - 3 && BeyondMeasure(body) <= 0;
            bool possible = _bodyGoesOn == true || !_indented ? full || (ended && _bodyGoesOn is null)
                : ended || (full && _bodyGoesOn is null);
            return possible ? (full ? 2 : 3) + Wider(first, noteMeasure) + Seam(first) : 0;
        }

        // By how much a line is wider than lines of the body, where closing punctuation may hang.
        private int BeyondMeasure(SourceLine line) =>
            line.SetRight - Measure - (line.HasMarker || CharClass.IsClosing(_text[line.End - 1]) ? 2 : 0);

        // Lines wider than any of the body, or lines of the body that would have had room at the width of footnotes.
        private int Wider(int first, int noteMeasure)
        {
            int score = 0;
            for (int i = first; i < _last; i++)
            {
                bool hasRoom = _lines[i].Right + WidthOfNext(i) <= noteMeasure;
                score += IsForeign(first - 1, i) ? 2 : hasRoom ? -2 : Math.Clamp(BeyondMeasure(_lines[i]), 0, 2);
            }

            return score;
        }

        // A line without a Chinese character below lines of Chinese text.
        private bool IsForeign(int body, int line) =>
            LineText.ContainsHan(LineText.Of(_text, _lines[body])) && !LineText.ContainsHan(LineText.Of(_text, _lines[line]));

        private int WidthOfNext(int line) => LineText.WidthOfFirstUnit(LineText.Of(_text, _lines[line + 1]));

        // The sentence of the body does not run on into the rest.
        private int Seam(int first)
        {
            char end = _text[_lines[_note].End - 1], body = _text[_lines[first - 1].End - 1], start = _text[_lines[first].Start];
            return CharClass.IsNarrowWord(start) && CharClass.IsNarrowWord(end) && !CharClass.IsNarrowWord(body) ? 1
                : CharClass.IsClosing(start) ? -1 : 0;
        }

        // Whether the first line of text on the page after begins without an indent.
        private bool? GoesOnAfter(int end)
        {
            int page = _lines[_last].Page + 1;
            for (int i = end; i < _lines.Count && _lines[i].Page <= page; i++)
            {
                if (_lines[i].Page == page && _lines[i].IsText)
                {
                    return _lines[i].Indent < 2;
                }
            }

            return null;
        }

        // The most common right end among the lines of the page above the foot.
        private static int MeasureOf(List<SourceLine> lines, int note, int last)
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
    }
}
