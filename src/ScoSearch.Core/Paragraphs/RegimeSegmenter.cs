using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Cuts the text into stretches that were set alike and measures each.</summary>
/// <remarks>
/// A page, or a window of lines where there are no pages, is measured by itself. Windows without a measure of their own
/// take that of wider surroundings. Neighbouring windows of one measure are one stretch.
/// </remarks>
internal sealed class RegimeSegmenter
{
    private const int WindowLines = 24;
    private const int WideWindowLines = 96;
    private const int WideMeasure = 60; // cells of tables are narrower
    private const int FewLines = 4; // too few on a page to measure them without looking at other pages

    private readonly string _text;
    private readonly List<SourceLine> _lines;
    private readonly MeasureFinder _finder;
    private readonly bool[] _ended;
    private readonly int[] _measures;

    private RegimeSegmenter(string text, List<SourceLine> lines)
    {
        _text = text;
        _lines = lines;
        _finder = new MeasureFinder(text, lines);
        _ended = _finder.Ended;
        _measures = new int[lines.Count];
    }

    /// <summary>Sets <see cref="SourceLine.Regime"/> of all lines of text.</summary>
    public static List<RegimeReport> Assign(string text, List<SourceLine> all, TextLayout layout)
    {
        List<SourceLine> lines = new(all.Count);
        lines.AddRange(all.Where(l => l.IsText));
        if (lines.Count == 0)
        {
            return [];
        }

        RegimeSegmenter segmenter = new(text, lines);
        if (layout == TextLayout.Lines)
        {
            segmenter.Measure();
        }

        return segmenter.BuildRegimes();
    }

    private void Measure()
    {
        int whole = _finder.Of(0, _lines.Count);
        foreach ((int from, int to) in Windows())
        {
            int measure = _finder.Of(from, to);
            if (measure == 0)
            {
                int middle = (from + to) / 2;
                int wide = _finder.Of(
                    Math.Max(0, middle - (WideWindowLines / 2)), Math.Min(_lines.Count, middle + (WideWindowLines / 2)));
                measure = Suits(wide, from, to) ? wide : Suits(whole, from, to) ? whole
                    : to - from < FewLines && from > 0 && _measures[from - 1] > 0 ? _finder.OfFew(from, to) : 0;
            }

            Array.Fill(_measures, measure, from, to - from);
        }

        WidenFirstLines();
        Smooth();
        AdoptCommon();
        NarrowBlocks.Measure(_text, _lines, _ended, _measures);
    }

    // A page on which most lines are first lines whose indent was lost looks two characters narrower than its neighbours.
    private void WidenFirstLines()
    {
        if (_lines[^1].Page <= 1)
        {
            return;
        }

        int usual = _measures.Where(m => m > 0).CountBy(m => m).OrderByDescending(c => c.Value).FirstOrDefault().Key;
        for (int from = 0, to; from < _lines.Count; from = to)
        {
            int beyond = 0;
            for (to = from; to < _lines.Count && _lines[to].Page == _lines[from].Page; to++)
            {
                beyond += _lines[to].SetRight >= usual - 1 && _lines[to].SetRight <= usual + 2 ? 1 : 0;
            }

            if (_measures[from] >= usual - 5 && _measures[from] <= usual - 3 && beyond >= 2)
            {
                Array.Fill(_measures, usual, from, to - from);
            }
        }
    }

    private IEnumerable<(int From, int To)> Windows()
    {
        bool paged = _lines[^1].Page > 1;
        int from = 0;
        while (from < _lines.Count)
        {
            int to = from + 1;
            while (to < _lines.Count
                && (paged ? _lines[to].Page == _lines[from].Page && to - from < WideWindowLines : to - from < WindowLines))
            {
                to++;
            }

            // a short last window has no cluster of its own
            to = !paged && _lines.Count - to < WindowLines / 2 ? _lines.Count : to;
            yield return (from, to);
            from = to;
        }
    }

    private bool Suits(int measure, int from, int to)
    {
        if (measure == 0)
        {
            return false;
        }

        int over = 0, within = 0;
        for (int i = from; i < to; i++)
        {
            over += _lines[i].Right > measure + 6 ? 1 : 0;
            within += _lines[i].Right >= measure - 5 && _lines[i].Right <= measure + 6 ? 1 : 0;
        }

        return over * 8 <= to - from && (within * 5 >= to - from || within >= 2 || to - from < 4);
    }

    // Lines beside a wrapped stretch that end at its measure belong to it; measures one or two columns apart are one.
    private void Smooth()
    {
        for (int i = 1; i < _lines.Count; i++)
        {
            if (_measures[i] != _measures[i - 1] && _measures[i - 1] > 0 && _measures[i] > 0
                && Math.Abs(_measures[i] - _measures[i - 1]) <= (_lines[i].Page == _lines[i - 1].Page ? 2 : 1))
            {
                _measures[i] = _measures[i - 1];
            }
            else if (_measures[i] == 0 && _measures[i - 1] > 0 && IsAt(i, _measures[i - 1]))
            {
                _measures[i] = _measures[i - 1];
            }
        }

        for (int i = _lines.Count - 2; i >= 0; i--)
        {
            if (_measures[i] == 0 && _measures[i + 1] > 0 && IsAt(i, _measures[i + 1]))
            {
                _measures[i] = _measures[i + 1];
            }
        }
    }

    // A few lines between tables show no measure. One that ends in the middle of a sentence where the lines of the text
    // elsewhere end was wrapped like them; but a short line may stand in between, where more follows.
    private void AdoptCommon()
    {
        int common = _measures.Where(m => m > 0).GroupBy(m => m).MaxBy(g => g.Count())?.Key ?? CommonEnd();
        for (int i = 0; i < _lines.Count && common >= WideMeasure; i++)
        {
            if (_measures[i] == 0 && !_ended[i] && EndsAt(i, common)
                && (i + 2 >= _lines.Count || _ended[i + 1] || EndsAt(i + 1, common)
                    || _lines[i + 2].Right < WideMeasure || _lines[i + 2].Enumerator.Exists))
            {
                _measures[i] = common;
            }
        }
    }

    // Where no stretch shows a measure: the column at which lines in mid-sentence end, none beyond it.
    private int CommonEnd()
    {
        List<int> ends = [];
        for (int i = 0; i < _lines.Count; i++)
        {
            if (!_ended[i] && _lines[i].Right >= WideMeasure)
            {
                ends.Add(_lines[i].Right);
            }
        }

        int best = ends.Count < 3 ? 0 : ends.Distinct().MaxBy(e => ends.Count(o => Math.Abs(o - e) <= 2));
        return ends.Count(o => Math.Abs(o - best) <= 2) >= 3 && _lines.Count(l => l.Right > best + 6) * 20 <= _lines.Count ? best : 0;
    }

    private bool EndsAt(int line, int measure) => Math.Abs(_lines[line].Right - measure) <= 2;

    private bool IsAt(int line, int measure) =>
        _lines[line].Right >= measure - 4 && _lines[line].Right <= measure + 5;

    private List<RegimeReport> BuildRegimes()
    {
        List<(int From, int To, Regime Regime)> regimes = [];
        for (int from = 0; from < _lines.Count; from = regimes[^1].To)
        {
            int to = from + 1;
            while (to < _lines.Count && _measures[to] == _measures[from])
            {
                to++;
            }

            Regime regime = Describe(from, to, _measures[from]);
            regimes.Add((from, to, regimes.Count > 0 ? Inherit(regime, regimes[^1].Regime, from, to) : regime));
        }

        for (int i = regimes.Count - 2; i >= 0; i--)
        {
            regimes[i] = regimes[i] with { Regime = Inherit(regimes[i].Regime, regimes[i + 1].Regime, regimes[i].From, regimes[i].To) };
        }

        List<RegimeReport> reports = new(regimes.Count);
        foreach ((int from, int to, Regime regime) in regimes)
        {
            for (int i = from; i < to; i++)
            {
                _lines[i].Regime = regime;
            }

            reports.Add(new RegimeReport(new LineRange(_lines[from].Number, _lines[to - 1].Number),
                regime.Measure, regime.BlankSeparates, regime.Indented));
        }

        return reports;
    }

    // A page without the beginning of a paragraph shows no indent; it was set like the page beside it.
    private Regime Inherit(Regime regime, Regime beside, int from, int to)
    {
        if (!regime.IsWrapped || !beside.IsWrapped || regime.Indented)
        {
            return regime;
        }

        int starts = 0;
        for (int i = from + 1; i < to; i++)
        {
            starts += _ended[i - 1] && _lines[i - 1].Right < regime.Measure - 5 && _lines[i].Indent < regime.BaseIndent + 2 ? 1 : 0;
        }

        return beside.Indented && starts <= 1 ? regime with { Indented = true, IndentLost = false }
            : regime with { IndentLost = regime.IndentLost || beside.IndentLost };
    }

    private Regime Describe(int from, int to, int measure)
    {
        (int baseIndent, bool indented) = Indents(from, to, measure);
        if (measure == 0)
        {
            return new Regime(0, true, indented, baseIndent, false);
        }

        int goingOn = 0, withBlank = 0, lostAfterEnd = 0, lostAfterCut = 0, startsAfterEnd = 0, blankAfterEnd = 0;
        for (int i = from + 1; i < to; i++)
        {
            SourceLine line = _lines[i], before = _lines[i - 1];
            bool cut = !_ended[i - 1] && before.Right >= measure - 3;
            bool neighbours = line.Index == before.Index + 1;
            goingOn += cut && neighbours && !line.PageTop ? 1 : 0;
            withBlank += cut && neighbours && !line.PageTop && line.BlankBefore > 0 ? 1 : 0;
            bool starts = _ended[i - 1] && before.Right < measure - 3 && neighbours && !line.PageTop;
            startsAfterEnd += starts ? 1 : 0;
            blankAfterEnd += starts && line.BlankBefore > 0 ? 1 : 0;
            if (!indented && i + 1 < to && !_ended[i] && LineText.IsFirstLineWithoutIndent(_text, line, _lines[i + 1], measure))
            {
                lostAfterCut += cut ? 1 : 0;
                lostAfterEnd += cut ? 0 : 1;
            }
        }

        bool separates = goingOn == 0 || withBlank * 2 < goingOn;
        bool lost = !indented && lostAfterEnd >= 1 && lostAfterEnd > lostAfterCut * 2;
        return new Regime(measure, separates, indented, baseIndent, lost)
        {
            BlankBetween = separates && blankAfterEnd * 2 > startsAfterEnd,
        };
    }

    private (int BaseIndent, bool Indented) Indents(int from, int to, int measure)
    {
        Span<int> counts = stackalloc int[41];
        int considered = 0;
        for (int i = from; i < to; i++)
        {
            // in a wrapped stretch only lines that go on show the base
            bool goesOn = measure > 0 && i > from && !_ended[i - 1] && _lines[i - 1].Right >= measure - 3;
            if (measure == 0 || goesOn)
            {
                counts[Math.Min(40, _lines[i].Indent)]++;
                considered++;
            }
        }

        int baseIndent = 0;
        for (int i = 1; measure > 0 && i < counts.Length; i++)
        {
            baseIndent = counts[i] > counts[baseIndent] ? i : baseIndent;
        }

        int indented = 0, properly = 0;
        for (int i = from; i < to; i++)
        {
            if (_lines[i].Indent >= baseIndent + 2 && _lines[i].Indent <= baseIndent + 8)
            {
                indented++;
                properly += i == from || _ended[i - 1] || (measure > 0 && _lines[i - 1].Right < measure - 3) ? 1 : 0;
            }
        }

        int least = to - from < 12 ? 1 : 2;
        bool share = measure == 0 ? indented * 2 >= to - from : indented < (to - from) * 7 / 10 || considered == 0;
        return (baseIndent, indented >= least && share && properly * 4 >= indented * 3);
    }
}
