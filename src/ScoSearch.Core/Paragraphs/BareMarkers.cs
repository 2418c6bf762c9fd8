using System.Buffers;

namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// Tells whether digits without brackets may be a footnote marker: a raised number that a PDF tool wrote out as <c>……了，3而</c>.
/// </summary>
/// <remarks>
/// Alone such digits say little; <see cref="NoteBlockFinder"/> asks for a footnote of each number and for their order.
/// </remarks>
internal static class BareMarkers
{
    private const int MaxDigits = 3;

    // What belongs to a number before it.
    private static readonly SearchValues<char> GoesOnWithNumber =
        SearchValues.Create("年月日时号卷期页章节条款千万亿百十多余倍成元米吨公厘岁世届版度至、－—–-~～%％‰℃°＋+×/／:：．.");

    // What may be counted, and may as well begin a word: 3人, 3人口.
    private static readonly SearchValues<char> MayBeCounted =
        SearchValues.Create("点分秒个名人次位项种国级层座家所天周比支艘架辆只头株户场部类等到");

    /// <summary>How much speaks for a marker: 0 nothing, 1 little, 2 much.</summary>
    /// <param name="text">The source.</param>
    /// <param name="line">The line the digits stand in.</param>
    /// <param name="start">Offset of the first digit.</param>
    /// <param name="end">Offset after the last digit.</param>
    /// <param name="following">First character of the next line, or NUL.</param>
    public static int Strength(string text, SourceLine line, int start, int end, char following)
    {
        bool blankAfter = end < line.End && text[end] == ' ';
        int at = blankAfter ? end + 1 : end;
        char next = at < line.End ? text[at] : following;
        if (CharClass.IsNarrowWord(next) || GoesOnWithNumber.Contains(next))
        {
            return 0;
        }

        if (start == line.Start)
        {
            return blankAfter ? 0 : 1; // a number alone may also be the cell of a table
        }

        bool blankBefore = text[start - 1] == ' ';
        int place = blankBefore ? start - 2 : start - 1;
        char before = place >= line.Start ? text[place] : ' ';
        if (CharClass.IsClosing(before) && CharClass.IsWide(before))
        {
            return (blankBefore && blankAfter) || MayBeCounted.Contains(next) ? 1 : 2;
        }

        return !CharClass.IsHan(before) || before is '第' or '图' or '表' || (blankBefore && blankAfter)
            || MayBeCounted.Contains(next) ? 0
            : !blankBefore && (next == '\0' || CharClass.IsClosing(next)) ? 2 : 1;
    }

    /// <summary>The number and blank that may open a footnote, or nothing.</summary>
    public static NoteLabel LabelOf(ReadOnlySpan<char> content)
    {
        int length = 0, value = 0;
        while (length < content.Length && length <= MaxDigits && char.IsAsciiDigit(content[length]))
        {
            value = (value * 10) + (content[length++] - '0');
        }

        if (length is 0 or > MaxDigits || value == 0 || content[0] == '0')
        {
            return default;
        }

        int at = length;
        while (at < content.Length && CharClass.IsSpace(content[at]))
        {
            at++;
        }

        if (content.Length - at < 3)
        {
            return default;
        }

        char first = content[at];
        bool opens = CharClass.IsHan(first) || CharClass.IsOpening(first) || (char.IsLetter(first) && at > length);
        bool counts = at == length && (GoesOnWithNumber.Contains(first) || MayBeCounted.Contains(first));
        return opens && !counts ? new NoteLabel(MarkerStyle.Bare, value, length) : default;
    }
}
