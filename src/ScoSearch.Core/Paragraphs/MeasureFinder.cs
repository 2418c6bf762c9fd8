using System.Buffers;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Finds the column at which the lines of a window were wrapped. Columns are half-width.</summary>
/// <remarks>
/// The right ends of wrapped lines cluster at the measure; few lines are longer, and many lines of the cluster end in the
/// middle of a sentence. Where indents were lost, first lines make a second cluster four columns before; in texts of
/// short paragraphs it is the larger of the two, so the candidates are tried on the lines one by one: a line in the
/// middle of a paragraph is full, and one after the end of a sentence may be four columns short.
/// </remarks>
internal sealed class MeasureFinder
{
    private const int MaxColumn = 200;
    private const int WidestMeasure = 164; // 80 Chinese characters and hanging punctuation
    private const int NarrowestMeasure = 20;
    private const int Indent = 4; // two Chinese characters

    private const int NarrowMeasure = 40; // below, cells of tables cluster as well as lines of a column do

    private static readonly SearchValues<char> Punctuation = SearchValues.Create("，。；：、！？,;");
    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789.,%-+()（）－—/ \t\u3000");

    private readonly string _text;
    private readonly List<SourceLine> _lines;
    private readonly bool[] _isNumber, _isPunctuated;

    /// <summary>Looks at the lines once.</summary>
    /// <param name="text">The source.</param>
    /// <param name="lines">The lines of text.</param>
    public MeasureFinder(string text, List<SourceLine> lines)
    {
        (_text, _lines) = (text, lines);
        Ended = new bool[lines.Count];
        _isNumber = new bool[lines.Count];
        _isPunctuated = new bool[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            ReadOnlySpan<char> content = LineText.Of(text, lines[i]);
            Ended[i] = LineText.EndsSentence(content);
            _isNumber[i] = !content.ContainsAnyExcept(Numeric);
            _isPunctuated[i] = !_isNumber[i] && content.ContainsAny(Punctuation);
        }
    }

    /// <summary>Whether each line ends a sentence.</summary>
    public bool[] Ended { get; }

    /// <summary>The measure of the lines of a window, or 0 when they are not wrapped.</summary>
    public int Of(int from, int to)
    {
        if (to - from < 4)
        {
            return 0;
        }

        Span<int> counts = stackalloc int[MaxColumn + 1];
        int open = 0;
        for (int i = from; i < to; i++)
        {
            counts[Math.Min(MaxColumn, _lines[i].SetRight)]++;
            open += Ended[i] ? 0 : 1;
        }

        if (open < 2)
        {
            return 0;
        }

        int found = MostCommon(counts, WidestBand(counts)), total = to - from;
        int near = Sum(counts, found - 5, found + Indent + 8);
        if (near < 3 || near * 100 < total * 38)
        {
            return 0; // whatever the indent, too few lines end near one column
        }

        int best = WithoutIndents(from, to, found, counts);
        int within = Sum(counts, best - 5, best + 5), over = Sum(counts, best + 7, MaxColumn);
        return best > 0 && within >= 3 && within * 100 >= total * 38 && over * 100 <= total * 14
            && !IsTable(from, to, best) && CutsSentences(from, to, best) ? best : 0;
    }

    /// <summary>
    /// The measure of the few lines on the last page, set like the pages before but at a width of its own: all but the
    /// last end at one column, and one of them in the middle of a sentence. 0 when they do not.
    /// </summary>
    public int OfFew(int from, int to)
    {
        int widest = 0, cut = 0;
        for (int i = from; i < to; i++)
        {
            widest = Math.Max(widest, _lines[i].SetRight);
        }

        for (int i = from; i < to - 1; i++)
        {
            if (_lines[i].SetRight < widest - 4)
            {
                return 0;
            }

            cut += Ended[i] ? 0 : 1;
        }

        return cut > 0 && widest is >= NarrowestMeasure and <= WidestMeasure ? widest : 0;
    }

    private static int WidestBand(Span<int> counts)
    {
        int best = 0, bestCount = 0, band = Sum(counts, NarrowestMeasure - 2, NarrowestMeasure + 1);
        for (int m = NarrowestMeasure; m <= WidestMeasure; m++)
        {
            band += counts[m + 2] - counts[m - 2]; // lines that end in columns m - 1 to m + 2
            if (band >= bestCount && band > 0)
            {
                best = band > bestCount || counts[m] >= counts[best] ? m : best;
                bestCount = band;
            }
        }

        return best;
    }

    private static int MostCommon(Span<int> counts, int around)
    {
        int best = around;
        for (int m = Math.Max(0, around - 2); m <= Math.Min(MaxColumn - 1, around + 3); m++)
        {
            best = counts[m] > counts[best] ? m : best;
        }

        return best;
    }

    // The measure when the cluster found may be that of first lines whose indent was lost.
    private int WithoutIndents(int from, int to, int found, Span<int> counts)
    {
        int beyond = Sum(counts, found + 3, found + Indent + 2);
        if (beyond < 2 || beyond * 20 < to - from)
        {
            return found;
        }

        int best = found, bestScore = Score(from, to, found);
        for (int m = found + 1; m <= found + Indent + 3; m++)
        {
            int score = Score(from, to, m);
            if (score > bestScore || (score == bestScore && counts[m] > counts[best] && best > found))
            {
                (best, bestScore) = (m, score);
            }
        }

        return best > found + 1 ? best : found;
    }

    // Lines that stop in mid-sentence and so are no last lines: how many are as a measure asks, less those that are not.
    private int Score(int from, int to, int measure)
    {
        int score = 0;
        for (int i = from; i + 1 < to; i++)
        {
            SourceLine line = _lines[i];
            if (Ended[i] || line.SetRight > measure + 8)
            {
                continue;
            }

            bool full = line.SetRight <= measure + 2
                && line.SetRight + LineText.WidthOfFirstUnit(LineText.Of(_text, _lines[i + 1])) > measure;
            bool first = !full && (i == from || Ended[i - 1]) && line.Indent < 2 && line.SetRight <= measure - Indent + 2
                && LineText.IsFirstLineWithoutIndent(_text, line, _lines[i + 1], measure);
            score += full || first ? 1 : -1;
        }

        return score;
    }

    // The cells of a table, a line each: many are numbers, or there is hardly any punctuation.
    private bool IsTable(int from, int to, int measure)
    {
        int numbers = 0, punctuated = 0;
        for (int i = from; i < to; i++)
        {
            numbers += _isNumber[i] ? 1 : 0;
            punctuated += _isPunctuated[i] ? 1 : 0;
        }

        return numbers * 4 > to - from || (measure < NarrowMeasure && punctuated * 8 < to - from);
    }

    // Of the lines in the cluster, enough end in the middle of a sentence: a list of like sentences is not wrapped.
    private bool CutsSentences(int from, int to, int measure)
    {
        int full = 0, cut = 0;
        for (int i = from; i < to; i++)
        {
            if (_lines[i].SetRight >= measure - 4 && _lines[i].SetRight <= measure + 5)
            {
                full++;
                cut += Ended[i] ? 0 : 1;
            }
        }

        return cut * 2 >= full;
    }

    private static int Sum(Span<int> counts, int low, int high)
    {
        int sum = 0;
        for (int i = Math.Max(0, low); i <= Math.Min(MaxColumn, high); i++)
        {
            sum += counts[i];
        }

        return sum;
    }
}
