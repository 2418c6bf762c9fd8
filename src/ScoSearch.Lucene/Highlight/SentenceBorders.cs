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
    private static readonly SearchValues<char> Pauses = SearchValues.Create("，、：,:﹐﹑､");
    private static readonly SearchValues<char> Closers = SearchValues.Create("”’」』》〉）】〕］｝\"')]}");

    /// <summary>End of the sentence that contains the unit at <paramref name="at"/>; the text's end for the last one.</summary>
    public static int FindEnd(ReadOnlySpan<char> text, int at)
    {
        for (int i = at; i < text.Length; i++)
        {
            if (IsStop(text, i))
            {
                return ToClusterEnd(text, SkipClosers(text, i + 1));
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

    /// <summary>The clauses of a sentence, which together are the whole sentence.</summary>
    /// <remarks>A clause ends behind ，、：and their narrow forms, unless they stand between digits as in 12:30 and 1,000.</remarks>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence in it.</param>
    public static List<TextSpan> SplitClauses(ReadOnlySpan<char> text, TextSpan sentence)
    {
        List<TextSpan> clauses = [];
        int start = sentence.Start;
        for (int i = start; i < sentence.End; i++)
        {
            if (Pauses.Contains(text[i]) && !IsBetweenDigits(text, i))
            {
                int end = Math.Min(sentence.End, ToClusterEnd(text, SkipClosersOnly(text, i + 1)));
                clauses.Add(new TextSpan(start, end));
                start = end;
                i = end - 1;
            }
        }

        if (start < sentence.End || clauses.Count == 0)
        {
            clauses.Add(new TextSpan(start, sentence.End));
        }

        return clauses;
    }

    /// <summary>The smallest part that holds another one and cuts no surrogate pair, combining sequence or emoji.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">First unit.</param>
    /// <param name="end">Unit after the last, behind <paramref name="start"/>.</param>
    /// <param name="floor">A place known to cut nothing, not behind <paramref name="start"/>; looked from.</param>
    public static TextSpan WidenToClusters(ReadOnlySpan<char> text, int start, int end, int floor)
    {
        int first = FloorToCluster(text, start, floor);
        int last = FloorToCluster(text, end, first);
        return new TextSpan(first, last < end ? last + StringInfo.GetNextTextElementLength(text[last..]) : end);
    }

    /// <summary>The nearest place, at or before the given one, where no surrogate pair, combining sequence or emoji is cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">From 0 to the length of the text.</param>
    /// <param name="floor">A place known to be one, not behind <paramref name="at"/>; looked from.</param>
    public static int FloorToCluster(ReadOnlySpan<char> text, int at, int floor)
    {
        if (at == text.Length || IsPlain(text, at))
        {
            return at;
        }

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

    // Between two characters of everyday Chinese text nothing can be cut: a short answer for most places.
    private static bool IsPlain(ReadOnlySpan<char> text, int at) => at == 0 || (IsHan(text[at]) && IsHan(text[at - 1]));

    private static bool IsHan(char unit) => unit is >= '\u4E00' and <= '\u9FFF';

    private static bool IsBetweenDigits(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    // Marks that combine with the last unit before a place belong to it.
    private static int ToClusterEnd(ReadOnlySpan<char> text, int end) =>
        end - 1 + StringInfo.GetNextTextElementLength(text[(end - 1)..]);

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
