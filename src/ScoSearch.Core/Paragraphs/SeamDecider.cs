using System.Buffers;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Decides whether a paragraph goes on from one line to another.</summary>
/// <remarks>
/// Certain cues decide at once: a line cannot begin with <c>，。》</c> nor end with <c>（《“</c>. In a wrapped stretch the
/// others are added up, positive for joining; each weight stands at its cue. Where a line is a paragraph the break
/// stays unless the line clearly stops in the middle of a sentence.
/// </remarks>
/// <param name="text">The source.</param>
/// <param name="words">Evidence for cut words.</param>
internal sealed class SeamDecider(string text, WordEvidence words)
{
    private const int WidestPage = 170;

    private static readonly SearchValues<char> BracketsAndEnds = SearchValues.Create("（(）)。！？");

    private readonly EnumeratorSequence _sequence = new();

    /// <summary>Whether <paramref name="next"/> continues the paragraph that ends with its last line.</summary>
    /// <param name="block">The paragraph so far.</param>
    /// <param name="next">The next line of text.</param>
    /// <param name="following">The line of text after it, or null.</param>
    /// <param name="lifted">Whether something was lifted out between the two.</param>
    public bool Joins(Block block, SourceLine next, SourceLine? following, bool lifted)
    {
        bool joins = Decide(block, next, following, lifted);
        if (!joins)
        {
            _sequence.Accept(next.Enumerator);
        }

        return joins;
    }

    private bool Decide(Block block, SourceLine next, SourceLine? following, bool lifted)
    {
        SourceLine last = block.Last;
        ReadOnlySpan<char> before = LineText.Of(text, last), after = LineText.Of(text, next);

        // a line wider than any page is not of the wrapped stretch
        bool wrapped = last.Regime.IsWrapped && last.Right <= last.Regime.Measure + 7
            && (next.Regime.IsWrapped || next.Right <= WidestPage);
        if (before[^1] == '。' && after[0] is '，' or '、' or '；' or '：')
        {
            return false; // the rest of another paragraph
        }

        if (StartsClosed(after, before) || (block.OpenBraces > 0 && after[0] is '\'' or '"' or '{' or '}' or '[' or ']'))
        {
            return true;
        }

        if (IsOpeningAtEnd(before) || UrlScanner.GoesOn(before, after))
        {
            return true;
        }

        if (last.IsFragment && last.Index + 1 == next.Index)
        {
            return true;
        }

        bool pageBreak = lifted || next.Page != last.Page;
        return wrapped
            ? JoinsWrapped(block, next, following, pageBreak, before, after)
            : JoinsUnwrapped(block, next, before, after);
    }

    private bool JoinsWrapped(
        Block block, SourceLine next, SourceLine? following, bool pageBreak,
        ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        SourceLine last = block.Last;
        Regime regime = last.Regime;
        bool ended = LineText.EndsSentence(before) || before[^1] is '：' or ':';

        // a first line whose indent was lost is two Chinese characters short and yet full
        int indent = regime.IndentLost && block.LineCount == 1 ? 4 : 0;
        bool full = last.Right + indent + Unseen(last) + LineText.WidthOfFirstUnit(after) > regime.Measure;
        // a marker that slipped out of its full line has a blank line after it; otherwise it is a very short last line
        bool slipped = block.MarkerLine is { BlankBefore: 0 } && next.BlankBefore > 0 && !regime.BlankBetween;
        if (block.MarkerLine is not null && !slipped && ended)
        {
            return false;
        }

        bool blank = next.BlankBefore > 0 && regime.BlankSeparates && !slipped;
        if (BreaksAtEnumerator(block, next, before, full, ended, blank))
        {
            return false;
        }

        int score = full ? 3 : ended ? -4 : LineText.EndsInComma(before) ? 3 : ShortLineScore(last, regime, after);
        score += full && !ended ? 3 : 0;
        score += block.OpenBrackets > 0 && !ended ? (ClosesBracket(after) ? 6 : 3) : block.OpenBrackets > 0 ? 1 : 0;
        score += blank ? (pageBreak ? (ended ? -4 : 0) : ended || !full ? -7 : -5) : 0;
        score += IsSecondOfSetIn(block, next, following, regime) ? 2 : IndentScore(block, next, regime, pageBreak);
        score += ended && !pageBreak && IsSetOtherwise(regime, next.Regime) ? -4 : 0;
        score += full && LineText.EndsSentence(before) && (LostIndent(next, following, regime) || AsksOrAnswers(after)) ? -5 : 0;
        return score > 0 || (score == 0 && !ended && words.Affinity(before[^1], after[0]) >= 2);
    }

    // The line closes a bracket that it did not open, within the sentence.
    private static bool ClosesBracket(ReadOnlySpan<char> after)
    {
        int at = after.IndexOfAny(BracketsAndEnds);
        return at >= 0 && after[at] is '）' or ')';
    }

    // Room a line took on the page that its characters do not show: a blank at its end, a marker written smaller or larger.
    private int Unseen(SourceLine line) =>
        (line.End < text.Length && text[line.End] == ' ' ? 1 : 0) + (line.HasMarker ? 1 : 0);

    // A block quotation begins or ends.
    private static bool IsSetOtherwise(Regime regime, Regime next) =>
        next.IsWrapped && Math.Abs(next.Measure - regime.Measure) >= 6;

    private static int ShortLineScore(SourceLine last, Regime regime, ReadOnlySpan<char> after) =>
        last.Right + LineText.WidthOfFirstUnit(after) > regime.Measure - 3 || last.Right >= regime.Measure - 8 ? 1 : -5;

    // The second line of a block that is indented as a whole, with a first line indented further.
    private static bool IsSecondOfSetIn(Block block, SourceLine next, SourceLine? following, Regime regime) =>
        block.LineCount == 1 && following is not null && block.Last.Indent - next.Indent is >= 1 and <= 5
        && next.Indent >= regime.BaseIndent + 2 && next.BlankBefore == 0 && next.Page == block.Last.Page
        && following.BlankBefore == 0 && Math.Abs(following.Indent - next.Indent) <= (following.Indent < next.Indent ? 1 : 0);

    // First lines indented: an indent breaks, a line without one goes on. Otherwise a deeper or shallower indent is a
    // weak sign of another block, except in the hanging indent of an item.
    private static int IndentScore(Block block, SourceLine next, Regime regime, bool pageBreak)
    {
        SourceLine last = block.Last;
        if (block.First.Enumerator is { Style: EnumeratorStyle.Bullet, Length: 0 } && Math.Abs(next.Indent - last.Indent) <= 1)
        {
            return 3; // below the text of an item, not below its sign
        }

        if (regime.Indented && last.Indent <= regime.BaseIndent + 8)
        {
            return next.Indent >= regime.BaseIndent + 2
                ? block.LineCount > 1 && next.Indent == last.Indent && last.Indent > regime.BaseIndent ? 0 : -7
                : pageBreak ? 1 : 3;
        }

        if (pageBreak)
        {
            return next.Indent >= regime.BaseIndent + 3 ? -2 : 0;
        }

        int deeper = next.Indent - last.Indent;
        bool hanging = block.LineCount == 1 && last.Enumerator.Exists && deeper > 0
            && deeper <= (last.Enumerator.Length * 2) + 3;
        return hanging ? 1 : deeper >= 2 ? -4 : deeper <= -2 && block.LineCount > 1 ? -3 : 0;
    }

    // A line that is full only with an indent of two characters, and goes on: its indent was lost. It certainly goes on
    // when it stops in mid-sentence, or when the line after it is too wide to be a first line itself.
    private bool LostIndent(SourceLine next, SourceLine? following, Regime regime)
    {
        // on a page of another width, that width counts
        int measure = next.Regime.IsWrapped ? next.Regime.Measure : regime.Measure;
        if (!regime.IndentLost || following is null || !LineText.IsFirstLineWithoutIndent(text, next, following, measure))
        {
            return false;
        }

        int widestFirst = measure - 4 + (CharClass.IsClosing(text[following.End - 1]) ? 2 : 0);
        return !LineText.EndsSentence(LineText.Of(text, next)) || following.Right > widestFirst || following.Right < measure - 10;
    }

    // 问：…… and 答：…… are turns of an interview, each a paragraph.
    private static bool AsksOrAnswers(ReadOnlySpan<char> line) =>
        line.Length > 2 && line[0] is '问' or '答' or '問' && line[1] is '：' or ':';

    private bool BreaksAtEnumerator(
        Block block, SourceLine next, ReadOnlySpan<char> before, bool full, bool ended, bool blank)
    {
        SourceLine last = block.Last;
        Enumerator e = next.Enumerator;
        if (!e.Exists)
        {
            return false;
        }

        // in the middle of a full paragraph whose like begin with an indent, a number is text
        bool inside = full && !blank && last.Regime.Indented && next.Indent < last.Regime.BaseIndent + 2
            && block.First.Indent >= last.Regime.BaseIndent + 2 && !block.First.Enumerator.Exists
            && next.Right >= last.Regime.Measure - 4 && e.Style is EnumeratorStyle.Arabic or EnumeratorStyle.Dotted
                or EnumeratorStyle.ArabicInBrackets or EnumeratorStyle.Circled or EnumeratorStyle.Letter;
        bool rest = !inside && (ended || before[^1] is '；' or ';' || !full || blank);
        return e.Style switch
        {
            // a marker that came to the head of a line, unless the paragraph before is such an entry too
            EnumeratorStyle.SquareBrackets => rest && (blank || block.First.Enumerator.Style == e.Style),
            EnumeratorStyle.Dash or EnumeratorStyle.Letter => rest && !LineText.EndsInComma(before),
            EnumeratorStyle.Bullet => rest || next.Indent != last.Indent,
            EnumeratorStyle.Dotted => rest && (_sequence.Fits(e) || e.Depth > 2 || blank),
            EnumeratorStyle.Circled or EnumeratorStyle.ArabicInBrackets => rest && _sequence.Fits(e),
            EnumeratorStyle.Article => rest,
            _ => rest || (_sequence.Fits(e) && last.Enumerator.Style == e.Style),
        };
    }

    private bool JoinsUnwrapped(Block block, SourceLine next, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        SourceLine last = block.Last;
        if (next.Enumerator.Exists && next.Enumerator.Style != EnumeratorStyle.Dash && _sequence.Fits(next.Enumerator))
        {
            return false;
        }

        bool indentBreaks = next.Indent >= 2 && (last.Regime.Indented || next.Indent > last.Indent);
        return !indentBreaks && next.BlankBefore <= 2 && !StartsWithDash(after) && next.Width >= 8 && IsUnfinished(block, before)
            && !(next.Width < 40 && !LineText.EndsSentence(after) && LineText.CountCommas(after) == 0)
            && !BylinePatterns.IsEnactment(before) && !CaptionPatterns.EndsInCredit(before);
    }

    /// <summary>Whether a line that should be a paragraph stops in the middle of a sentence.</summary>
    public static bool IsUnfinished(Block block, ReadOnlySpan<char> before)
    {
        char end = before[^1];
        if (LineText.EndsSentence(before) || StartsWithDash(before) || before.EndsWith("——", StringComparison.Ordinal)
            || end is '：' or ':' or '；' or '”' or '）' or ')' or '】' or ']' or '》' or '/' || block.Last.Width < 20)
        {
            return false;
        }

        if (end is '，' or '、' or ',' || block.OpenBrackets > 0)
        {
            return true;
        }

        // headings and items end without a stop too, so a comma inside or much text is asked for
        bool inner = LineText.HasInnerSentenceEnd(before);
        bool headed = block.LineCount == 1 && (block.First.Enumerator.CanHead || HeadingNumbers.IsDotted(before));
        return CharClass.IsHan(end) || CharClass.IsNarrowWord(end)
            ? inner || (!headed && block.Last.Width >= 46 && LineText.CountCommas(before) >= 1)
                || (!headed && block.Last.Width >= 90)
            : false;
    }

    private static bool StartsWithDash(ReadOnlySpan<char> line) => line.StartsWith("——", StringComparison.Ordinal);

    private static bool StartsClosed(ReadOnlySpan<char> after, ReadOnlySpan<char> before)
    {
        char first = after[0];
        if (!CharClass.IsClosing(first) || first is '"' or '·' or '℃')
        {
            return false;
        }

        // “……” alone may be an ellipsis that opens a line of verse or an omission mark of its own
        return first != '…' || !LineText.EndsSentence(before);
    }

    private static bool IsOpeningAtEnd(ReadOnlySpan<char> before) =>
        CharClass.IsOpening(before[^1]) && before[^1] is not ('[' or '{');
}
