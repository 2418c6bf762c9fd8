namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// Finds blocks of footnotes by what no other lines have: numbers that count up by one, and before them on the page a
/// marker of each number, in the same order.
/// </summary>
/// <remarks>
/// With this much evidence markers count that alone could be anything: digits without brackets (<c>血山。2</c>), and
/// <c>①</c> or <c>（1）</c> behind a full stop. Notes collected under a heading of their own are found the same way, with
/// all of the text before as their page.
/// </remarks>
internal sealed class NoteBlockFinder
{
    private const int MaxGap = 3; // numbers that may be missing among notes at the end, where labels share a line
    private const int MaxPageLines = 400; // more are no page of a book
    private const int MaxLabels = 256; // on a page
    private const long MaxWork = 20_000_000; // comparisons for a text; then its notes are told by their lines alone

    private readonly string _text;
    private readonly List<SourceLine> _lines;
    private readonly List<Marker> _markers; // those that can be told by their look, by rising start
    private readonly List<Marker> _bare = [];
    private readonly Dictionary<MarkerStyle, int> _last = []; // value of the last footnote of each style
    private long _work;

    private NoteBlockFinder(string text, List<SourceLine> lines, List<Marker> markers)
    {
        _text = text;
        _lines = lines;
        _markers = markers;
    }

    /// <summary>Sets <see cref="SourceLine.NoteLabel"/> and adds markers without brackets to the others.</summary>
    public static void Label(string text, List<SourceLine> lines, List<Marker> markers)
    {
        NoteBlockFinder finder = new(text, lines, markers);
        finder.FindAtEnd();
        for (int from = 0, to; from < lines.Count; from = to)
        {
            to = from + 1;
            while (to < lines.Count && !lines[to].PageTop)
            {
                to++;
            }

            if ((from > 0 || to < lines.Count) && to - from <= MaxPageLines)
            {
                finder.FindOnPage(from, to);
            }
        }

        if (finder._bare.Count > 0)
        {
            markers.AddRange(finder._bare);
            markers.Sort((a, b) => a.Start.CompareTo(b.Start));
        }
    }

    private void FindOnPage(int from, int to)
    {
        List<(int Line, NoteLabel Label)> labels = LabelsIn(from + 1, to);
        labels.RemoveRange(0, Math.Max(0, labels.Count - MaxLabels));
        List<(int Line, NoteLabel Label)> best = [];
        List<Marker> bestMarkers = [];
        for (int i = labels.Count - 1; i >= 0; i--)
        {
            NoteLabel first = labels[i].Label;
            List<(int Line, NoteLabel Label)> chain = Chain(labels, i, 1);
            bool expected = first.Value == 1 || first.Value == _last.GetValueOrDefault(first.Style) + 1;
            if (chain.Count > best.Count && (expected || chain.Count > 1)
                && MarkersOf(chain, from, first.Style != MarkerStyle.Square) is { } markers)
            {
                (best, bestMarkers) = (chain, markers);
            }
        }

        if (best.Count > 0)
        {
            Commit(best, bestMarkers);
        }
    }

    // Under the heading 注释 at the end of a text.
    private void FindAtEnd()
    {
        for (int i = _lines.Count - 1; i > 0; i--)
        {
            SourceLine line = _lines[i];
            if (line.IsText && line.NoteLabel.Length == 0 && line.Width <= 30
                && LineText.IsReferenceHeading(LineText.Of(_text, line)))
            {
                List<(int Line, NoteLabel Label)> labels = LabelsIn(i + 1, _lines.Count);
                if (labels.Count > 0 && labels[0].Label.Value == 1 && !_lines[(i + 1)..labels[0].Line].Exists(l => l.IsText)
                    && Chain(labels, 0, MaxGap) is { } chain && MarkersOf(chain, 0, needsAll: false) is { } markers)
                {
                    Commit(chain, markers);
                }

                return;
            }
        }
    }

    private List<(int Line, NoteLabel Label)> LabelsIn(int from, int to)
    {
        List<(int, NoteLabel)> labels = [];
        for (int i = from; i < to; i++)
        {
            SourceLine line = _lines[i];
            if (line.IsText && line.NoteLabel.Length == 0 && LabelOf(line) is { Length: > 0 } label
                && line.End - line.Start > label.Length)
            {
                labels.Add((i, label));
            }
        }

        return labels;
    }

    private NoteLabel LabelOf(SourceLine line)
    {
        Enumerator e = line.Enumerator;
        char first = _text[line.Start];
        return e.Style switch
        {
            EnumeratorStyle.SquareBrackets => new NoteLabel(MarkerStyle.Square, e.Value, e.Length),
            EnumeratorStyle.Circled => new NoteLabel(MarkerStyle.Circled, e.Value, e.Length),
            EnumeratorStyle.ArabicInBrackets => new NoteLabel(MarkerStyle.Round, e.Value, e.Length),
            EnumeratorStyle.None when char.IsAsciiDigit(first) => BareMarkers.LabelOf(LineText.Of(_text, line)),
            _ when LineText.IsSuperscript(first) =>
                new NoteLabel(MarkerStyle.Superscript, (int)char.GetNumericValue(first), 1),
            _ => default,
        };
    }

    // From a label on, the next of the same style that counts up by no more than the step, and so on.
    private static List<(int Line, NoteLabel Label)> Chain(List<(int Line, NoteLabel Label)> labels, int first, int step)
    {
        List<(int Line, NoteLabel Label)> chain = [labels[first]];
        for (int i = first + 1; i < labels.Count; i++)
        {
            NoteLabel last = chain[^1].Label, label = labels[i].Label;
            if (label.Style == last.Style && label.Value > last.Value && label.Value <= last.Value + step)
            {
                chain.Add(labels[i]);
            }
        }

        return chain;
    }

    // The markers of the labels, or null when too many have none.
    private List<Marker>? MarkersOf(List<(int Line, NoteLabel Label)> chain, int bodyFrom, bool needsAll)
    {
        List<(Marker Marker, int Strength)> candidates = [];
        foreach ((int labelLine, NoteLabel label) in chain)
        {
            if (_work > MaxWork)
            {
                return null;
            }

            if (label.Style == MarkerStyle.Bare)
            {
                AddBare(label.Value, bodyFrom, labelLine, chain, candidates);
            }
            else
            {
                AddMarkers(label, bodyFrom, labelLine, candidates);
            }
        }

        _work += Math.Min(candidates.Count, RisingMarkers.MaxCandidates) * (long)Math.Min(candidates.Count, RisingMarkers.MaxCandidates) / 2;
        List<(Marker Marker, int Strength)> found = RisingMarkers.Best(candidates);
        int least = chain.Count - (chain.Count < 3 && needsAll ? 0 : Math.Max(1, chain.Count / 4));
        int strong = found.Count(m => m.Strength > 1);
        return found.Count < Math.Max(1, least) || strong * 2 < found.Count ? null : [.. found.Select(m => m.Marker)];
    }

    private void Commit(List<(int Line, NoteLabel Label)> chain, List<Marker> found)
    {
        for (int i = 0; i < chain.Count; i++)
        {
            (int line, NoteLabel label) = chain[i];
            int next = i + 1 < chain.Count ? chain[i + 1].Line : int.MaxValue;
            _lines[line].NoteLabel = label with { AboveBody = found.Exists(m => m.Line > line && m.Line < next) };
        }

        _last[chain[0].Label.Style] = chain[^1].Label.Value;
        foreach (Marker marker in found)
        {
            SourceLine line = _lines[marker.Line];
            if (marker.Start == line.Start && marker.End == line.End)
            {
                line.Label = LineLabel.LoneMarker;
                line.Rule = "lone-marker";
            }

            if (marker.Style == MarkerStyle.Bare)
            {
                _bare.Add(marker);
                line.HasMarker = true;
                line.MarkerExcess += (marker.Length > 1 ? 1 : 0) + (marker.Start > 0 && _text[marker.Start - 1] == ' ' ? 1 : 0);
            }

            line.TailLength = marker.End == line.End && marker.Start > line.Start ? marker.Length : line.TailLength;
        }
    }

    // ① and （1） behind a colon or semicolon number the parts of a sentence.
    private void AddMarkers(NoteLabel label, int bodyFrom, int before, List<(Marker Marker, int Strength)> candidates)
    {
        foreach (Marker marker in MarkersFrom(bodyFrom).TakeWhile(m => m.Line < before))
        {
            _work++;
            bool same = marker.Value == label.Value && (marker.Style == label.Style
                || (label.Style == MarkerStyle.Square && marker.Style is MarkerStyle.Circled or MarkerStyle.Superscript));
            if (!same || _lines[marker.Line].NoteLabel.Length > 0)
            {
                continue;
            }

            SourceLine line = _lines[marker.Line];
            int at = marker.Start - 1;
            while (at >= line.Start && CharClass.IsSpace(_text[at]))
            {
                at--;
            }

            bool numbersPart = label.Style is MarkerStyle.Circled or MarkerStyle.Round && line.Width > marker.Length * 2
                && (at < line.Start || _text[at] is '：' or ':' or '；' or ';' or '、' or '（' or '(');
            if (!numbersPart)
            {
                candidates.Add((marker, 2));
            }
        }
    }

    private IEnumerable<Marker> MarkersFrom(int line)
    {
        int low = 0, high = _markers.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _markers[middle].Line < line ? (middle + 1, high) : (low, middle);
        }

        for (int i = low; i < _markers.Count; i++)
        {
            yield return _markers[i];
        }
    }

    private void AddBare(int value, int from, int before, List<(int Line, NoteLabel Label)> chain,
        List<(Marker Marker, int Strength)> candidates)
    {
        Span<char> digits = stackalloc char[4];
        value.TryFormat(digits, out int length, default, System.Globalization.CultureInfo.InvariantCulture);
        HashSet<int> labelled = [.. chain.Select(c => c.Line)];
        _work += before - from + chain.Count;
        for (int i = from; i < before; i++)
        {
            SourceLine line = _lines[i];
            if (!line.IsText || (i >= chain[0].Line && labelled.Contains(i)))
            {
                continue;
            }

            int at = line.Start;
            while (at < line.End && _text.AsSpan(at, line.End - at).IndexOf(digits[..length]) is >= 0 and int next)
            {
                at += next;
                char following = at + length == line.End && i + 1 < _lines.Count ? _text[_lines[i + 1].Start] : '\0';
                int strength = at > line.Start && char.IsAsciiDigit(_text[at - 1]) ? 0
                    : BareMarkers.Strength(_text, line, at, at + length, following);
                if (strength > 0)
                {
                    candidates.Add((new Marker(at, length, MarkerStyle.Bare, value, i), strength));
                }

                at += length;
            }
        }
    }
}
