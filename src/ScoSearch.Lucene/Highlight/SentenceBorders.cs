using System.Buffers;
using System.Globalization;

namespace ScoSearch.Lucene.Highlight;

/// <summary>Finds where sentences end and where a text may be cut at all.</summary>
/// <remarks>
/// A sentence ends behind a run of 。！？；… (or their narrow forms ! ? and ;) with the closing quotes and brackets that follow it, behind a
/// line break, and behind a Latin full stop that white space follows, unless a digit or a single letter stands before it.
/// Example: 他说：“好。”她走了。 ends behind ” and behind the last 。.
/// </remarks>
public static class SentenceBorders
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("。！？；…!?;｡");
    private static readonly SearchValues<char> Closers = SearchValues.Create("”’」』》〉）】〕］｝\"')]}");

    /// <summary>End of the sentence that contains the unit at <paramref name="at"/>; the text's end for the last one.</summary>
    public static int FindEnd(ReadOnlySpan<char> text, int at)
    {
        for (int i = at; i < text.Length; i++)
        {
            if (IsStop(text, i))
            {
                return SkipClosers(text, i + 1);
            }
        }

        return text.Length;
    }

    /// <summary>The sentences of a text, which together are the whole text.</summary>
    public static List<TextSpan> Split(ReadOnlySpan<char> text)
    {
        List<TextSpan> sentences = [];
        for (int start = 0; start < text.Length;)
        {
            int end = FindEnd(text, start);
            sentences.Add(new TextSpan(start, end));
            start = end;
        }

        return sentences;
    }

    /// <summary>The nearest place, at or before the given one, where no surrogate pair, combining sequence or emoji is cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">From 0 to the length of the text.</param>
    /// <param name="floor">A place known to be one, not behind <paramref name="at"/>; looked from.</param>
    public static int FloorToCluster(ReadOnlySpan<char> text, int at, int floor)
    {
        int border = floor;
        while (border < at)
        {
            int next = border + StringInfo.GetNextTextElementLength(text[border..]);
            if (next > at)
            {
                return border;
            }

            border = next;
        }

        return border;
    }

    private static bool IsStop(ReadOnlySpan<char> text, int at)
    {
        char unit = text[at];
        if (unit == '\n' || Stops.Contains(unit))
        {
            return true;
        }

        if (unit != '.' || IsAbbreviation(text, at))
        {
            return false;
        }

        int next = SkipClosersOnly(text, at + 1);
        return next == text.Length || char.IsWhiteSpace(text[next]);
    }

    // "3." and "J." number or abbreviate; a word of two letters or more before the stop ends a sentence.
    private static bool IsAbbreviation(ReadOnlySpan<char> text, int at) =>
        at == 0 || char.IsAsciiDigit(text[at - 1]) || (char.IsLetter(text[at - 1]) && (at == 1 || !char.IsLetter(text[at - 2])));

    private static int SkipClosersOnly(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Closers.Contains(text[at]))
        {
            at++;
        }

        return at;
    }

    // More stops, closing marks, and the white space up to the next sentence belong to the one that ends.
    private static int SkipClosers(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (Stops.Contains(text[at]) || Closers.Contains(text[at])))
        {
            at++;
        }

        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
