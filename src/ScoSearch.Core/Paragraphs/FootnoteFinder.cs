using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Finds footnotes: lines that open with the number of a marker seen before on the page, and what follows.</summary>
/// <remarks>
/// A number at the head of a line is a label when a marker of that number stands before it on the same page (in the
/// text so far where no pages are seen), and the numbers of a block count up by one. The same number at the head of a
/// line of body text is a marker and fails that test, because its number was not seen yet.
/// </remarks>
internal sealed class FootnoteFinder
{
    private const int MaxLinesOfNote = 60;
    private const int BulletReach = 12;

    private readonly string _text;
    private readonly List<SourceLine> _lines;
    private readonly List<Marker> _markers;
    private readonly HashSet<(MarkerStyle Style, int Value)> _open = [];
    private readonly List<Footnote> _notes = [];
    private readonly bool _paged;
    private readonly FootnoteWidths _widths = new();
    private MarkerStyle _blockStyle;
    private int _stops; // notes that end in a full stop less those that do not
    private int _nextMarker;

    private FootnoteFinder(string text, List<SourceLine> lines, List<Marker> markers)
    {
        _text = text;
        _lines = lines;
        _markers = markers;
        _paged = lines.Exists(l => l.PageTop);
    }

    /// <summary>Labels the lines of footnotes.</summary>
    public static List<Footnote> Label(string text, List<SourceLine> lines, List<Marker> markers)
    {
        if (markers.Count > 0)
        {
            new FootnoteFinder(text, lines, markers).Run();
        }

        FootnoteFinder finder = new(text, lines, markers);
        return finder.Collect();
    }

    private List<Footnote> Collect()
    {
        foreach (SourceLine line in _lines)
        {
            if (line.Label == LineLabel.Fixed && line.Hints?.Role == LineRole.Footnote)
            {
                (MarkerStyle style, int value, int length) = LabelOf(line);
                _notes.Add(new Footnote(line.Index, style, value, length) { NoteId = line.Hints.NoteId });
            }
            else if (line.Label == LineLabel.FootnoteStart)
            {
                (MarkerStyle style, int value, int length) = LabelOf(line);
                _notes.Add(new Footnote(line.Index, style, value, length));
            }
            else if (line.Label == LineLabel.FootnoteRest && _notes.Count > 0)
            {
                _notes[^1].LastLine = line.Index;
            }
        }

        return _notes;
    }

    private void Run()
    {
        int unfinished = -1; // last line of a note that the end of its page cut off
        int block = -1; // value of the last note of the block that the line before belongs to
        for (int i = 0; i < _lines.Count; i++)
        {
            SourceLine line = _lines[i];
            if (line.PageTop && _paged)
            {
                if (unfinished >= 0 && _lines[unfinished].Page < line.Page - 1)
                {
                    FootnoteCarry.Label(_text, _lines, unfinished, i, _widths.Median);
                    unfinished = -1;
                }

                _open.Clear();
                block = -1;
            }

            if (!line.IsText)
            {
                continue;
            }

            (MarkerStyle style, int value, int length) = LabelOf(line);
            if (length > 0 && IsNoteStart(i, style, value, block))
            {
                if (block < 0 && unfinished >= 0)
                {
                    FootnoteCarry.Label(_text, _lines, unfinished, i, _widths.Median);
                    unfinished = -1;
                }

                int last = LastLineOf(i, style, value);
                unfinished = MayGoOn(i, last) ? last : -1;
                line.Label = LineLabel.FootnoteStart;
                for (int j = i + 1; j <= last; j++)
                {
                    _lines[j].Label = _lines[j].IsText ? LineLabel.FootnoteRest : _lines[j].Label;
                }

                _open.Remove((style, value));
                block = value;
                _blockStyle = style;
                i = last;
                continue;
            }

            block = -1;
            OpenMarkersOf(i);
        }

        if (unfinished >= 0)
        {
            FootnoteCarry.Label(_text, _lines, unfinished, _lines.Count, _widths.Median);
        }
    }

    // Where footnotes usually end in a full stop, one that does not was cut off by the end of its page.
    private bool MayGoOn(int first, int last)
    {
        bool goesOn = FootnoteCarry.MayGoOn(_lines, first, last);
        bool ended = LineText.EndsSentence(LineText.Of(_text, _lines[last]));
        bool cut = goesOn && !ended;
        for (int i = first; i < last || (cut && i == last); i++)
        {
            _widths.Add(_lines[i].Right);
        }

        _stops += ended ? 1 : cut ? 0 : -1;
        return goesOn && _stops >= 0;
    }

    private void OpenMarkersOf(int line)
    {
        while (_nextMarker < _markers.Count && _markers[_nextMarker].Line <= line)
        {
            Marker marker = _markers[_nextMarker++];
            if (marker.Line == line && IsLikelyMarker(marker))
            {
                _open.Add((marker.Style, marker.Value));
            }
        }
    }

    // ① and （1） also number the parts of a sentence; there they follow a colon, comma or semicolon, or open the line.
    // No part of a sentence begins with punctuation, so what stands before punctuation is a marker; and so is what ends a paragraph.
    private bool IsLikelyMarker(Marker marker)
    {
        if (marker.Style is MarkerStyle.Square or MarkerStyle.Bare || WideLines.EndsWith(_lines[marker.Line], marker.End)
            || MarkerFinder.IsBeforePunctuation(_text, marker.End, _lines[marker.Line].End))
        {
            return true;
        }

        int at = marker.Start - 1;
        while (at >= _lines[marker.Line].Start && CharClass.IsSpace(_text[at]))
        {
            at--;
        }

        char before = at >= _lines[marker.Line].Start ? _text[at] : '：';
        return before is not ('：' or ':' or '；' or ';' or '，' or ',' or '、' or '。' or '（') || marker.Style
            is MarkerStyle.Superscript or MarkerStyle.Star;
    }

    private (MarkerStyle Style, int Value, int Length) LabelOf(SourceLine line)
    {
        Enumerator e = line.Enumerator;
        if (line.NoteLabel.Length > 0)
        {
            return (line.NoteLabel.Style, line.NoteLabel.Value, line.NoteLabel.Length);
        }

        return e.Style switch
        {
            EnumeratorStyle.SquareBrackets => (MarkerStyle.Square, e.Value, e.Length),
            EnumeratorStyle.Circled => (MarkerStyle.Circled, e.Value, e.Length),
            EnumeratorStyle.ArabicInBrackets => (MarkerStyle.Round, e.Value, e.Length),
            _ when _text[line.Start] is '*' or '＊' && !IsListItem(line) => (MarkerStyle.Star, 0, 1),
            _ when LineText.IsSuperscript(_text[line.Start]) =>
                (MarkerStyle.Superscript, (int)char.GetNumericValue(_text[line.Start]), 1),
            _ => (MarkerStyle.Square, 0, 0),
        };
    }

    // A star with a blank behind it is the bullet of a list where other lines near it have one too.
    private bool IsListItem(SourceLine line)
    {
        if (line.Enumerator.Style != EnumeratorStyle.Bullet)
        {
            return false;
        }

        for (int i = Math.Max(0, line.Index - BulletReach); i <= Math.Min(_lines.Count - 1, line.Index + BulletReach); i++)
        {
            if (i != line.Index && _lines[i].Enumerator.Style == EnumeratorStyle.Bullet)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNoteStart(int index, MarkerStyle style, int value, int block)
    {
        if (_lines[index].End - _lines[index].Start <= LabelOf(_lines[index]).Length)
        {
            return false; // a marker alone on a line labels nothing
        }

        if (_lines[index].NoteLabel.Length > 0)
        {
            return true;
        }

        bool known = _open.Contains((style, value))
            || (style == MarkerStyle.Square && (_open.Contains((MarkerStyle.Circled, value))
                || _open.Contains((MarkerStyle.Superscript, value))));
        if (block > 0)
        {
            return value == block + 1 && (known || style == _blockStyle);
        }

        if (known)
        {
            // the block begins with the smallest number that is still open
            return !_open.Any(o => o.Style == style && o.Value < value && o.Value > 0);
        }

        return style is MarkerStyle.Square or MarkerStyle.Circled && value == 1 && index > 0
            && LineText.IsReferenceHeading(LineText.Of(_text, _lines[index - 1]));
    }

    private int LastLineOf(int start, MarkerStyle style, int value)
    {
        if (!_paged && WideLines.Before(_lines, start) && !LineText.EndsInComma(LineText.Of(_text, _lines[start])))
        {
            return start;
        }

        int widest = _lines[start].Right, last = start;
        bool bodyGoesOn = start > 0 && _lines[start - 1].IsText
            && !LineText.EndsSentence(LineText.Of(_text, _lines[start - 1]));
        for (int j = start + 1; j < _lines.Count && j - start < MaxLinesOfNote; j++)
        {
            SourceLine line = _lines[j];
            if (line.PageTop || !line.IsText || IsNextLabel(line, style, value) || EndsBefore(j, widest, bodyGoesOn, _lines[start].NoteLabel.AboveBody)
                || BylinePatterns.IsEndMark(LineText.Of(_text, line)))
            {
                break;
            }

            widest = Math.Max(widest, line.Right);
            last = j;
        }

        return last;
    }

    private bool IsNextLabel(SourceLine line, MarkerStyle style, int value)
    {
        (MarkerStyle nextStyle, int nextValue, int length) = LabelOf(line);
        return length > 0 && nextStyle == style && nextValue == value + 1;
    }

    // Whether the note ended with the line before. At the foot of a known page everything to the page's end belongs to it.
    private bool EndsBefore(int next, int widest, bool bodyGoesOn, bool inColumn)
    {
        SourceLine before = _lines[next - 1];
        ReadOnlySpan<char> content = LineText.Of(_text, before);
        bool ended = LineText.EndsSentence(content);
        bool isShort = before.Right < widest - 8;
        if (_paged && !inColumn && PageEndsSoon(next))
        {
            return ended && isShort && _lines[next].Enumerator.CanHead;
        }

        if (ended)
        {
            return isShort || bodyGoesOn || before.Right > 110 || !FillsLine(before, next);
        }

        // a blank line ends an unfinished note only where blank lines do not stand between all lines
        return before.Width > 160 || (_lines[next].BlankBefore > 0 && before.BlankBefore == 0);
    }

    private bool PageEndsSoon(int index)
    {
        for (int j = index; j < Math.Min(_lines.Count, index + MaxLinesOfNote); j++)
        {
            if (_lines[j].PageTop || _lines[j].Label == LineLabel.Furniture)
            {
                return true;
            }
        }

        return index + MaxLinesOfNote >= _lines.Count;
    }

    // A line that the next line's first characters would not have fitted into.
    private bool FillsLine(SourceLine line, int next) => line.Right + 4 > _lines[next].Right && line.Width <= 110;
}
