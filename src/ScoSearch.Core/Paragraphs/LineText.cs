using System.Buffers;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Questions about the characters of a line that several stages ask.</summary>
internal static class LineText
{
    private const int MaxReferenceHeading = 24;

    private static readonly SearchValues<char> LastOfReferenceHeadings = SearchValues.Create("献獻释釋注s料");

    /// <summary>Content of a line, without a certain footnote marker at its end.</summary>
    public static ReadOnlySpan<char> Of(string text, SourceLine line) =>
        text.AsSpan(line.Start, line.End - line.Start - line.TailLength);

    /// <summary>
    /// Whether the text ends a sentence: a full stop, question or exclamation mark, ellipsis or semicolon-free closing
    /// of them, with closing quotes, brackets and footnote markers after it.
    /// </summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        int at = SkipTail(text);
        if (at < 0)
        {
            return false;
        }

        char last = text[at];
        return CharClass.IsSentenceEnd(last) || (last == '.' && IsFullPoint(text, at));
    }

    /// <summary>Index of the last character that is neither a closing quote or bracket, a marker nor a blank; or -1.</summary>
    public static int SkipTail(ReadOnlySpan<char> text)
    {
        int at = text.Length - 1;
        while (at >= 0)
        {
            char c = text[at];
            int marker = c is ']' or '］' or '〕' ? MarkerLengthBefore(text, at) : 0;
            if (marker > 0)
            {
                at -= marker;
            }
            else if (c is '”' or '’' or '"' or '\'' or '）' or ')' or '」' or '』' or '】' or '》'
                || CharClass.IsSpace(c) || IsSuperscript(c))
            {
                at--;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>
    /// Whether a line is two Chinese characters short of the measure although what follows it would have fitted: the
    /// first line of a paragraph whose indent was lost.
    /// </summary>
    public static bool IsFirstLineWithoutIndent(string text, SourceLine line, SourceLine following, int measure)
    {
        // closing punctuation may hang, so it does not count towards what would have fitted
        ReadOnlySpan<char> after = WithoutMarker(Of(text, following), following);
        int unit = WidthOfFirstUnit(after);
        int bare = CharClass.IsHan(after[0]) ? 2 : unit;
        int right = (line.Indent == 1 ? line.Width : line.Right) - line.MarkerExcess; // one blank shows the top of a page
        int widest = measure - 3 + (CharClass.IsClosing(text[line.End - 1]) ? 1 : 0);
        return right <= widest && right + bare <= measure && right + unit + 4 >= measure;
    }

    // A marker at the head of a line belongs to the character before it.
    private static ReadOnlySpan<char> WithoutMarker(ReadOnlySpan<char> content, SourceLine line)
    {
        ReadOnlySpan<char> rest = line.Enumerator.Style == EnumeratorStyle.SquareBrackets
            ? content[line.Enumerator.Length..].TrimStart() : content;
        return rest.Length > 0 ? rest : content;
    }

    /// <summary>
    /// Width of what would have had to fit on the line before: a Latin word with its punctuation, or one Chinese
    /// character with the closing punctuation after it.
    /// </summary>
    public static int WidthOfFirstUnit(ReadOnlySpan<char> after)
    {
        int width = 0, i = 0;
        while (i < after.Length && CharClass.IsOpening(after[i]))
        {
            width += CharClass.Width(after[i++]);
        }

        if (i < after.Length && !CharClass.IsWide(after[i]) && !CharClass.IsSpace(after[i]))
        {
            while (i < after.Length && !CharClass.IsWide(after[i]) && !CharClass.IsSpace(after[i]) && width < 40)
            {
                char c = after[i++];
                width++;
                if (c is '/' or '-' && width > 3)
                {
                    break; // programs also wrap after a slash or a hyphen
                }
            }
        }
        else if (i < after.Length)
        {
            width += CharClass.Width(after[i++]);
        }

        return width + (i < after.Length && CharClass.IsClosing(after[i]) && CharClass.IsWide(after[i]) ? 2 : 0);
    }

    /// <summary>Whether the text ends like a sentence that breaks off: in a comma, or in the middle of a clause.</summary>
    public static bool EndsInComma(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[^1] is '，' or '、' or '；' or ',' or ';';

    /// <summary>Whether a sentence ends inside the text, before its last character.</summary>
    public static bool HasInnerSentenceEnd(ReadOnlySpan<char> text) =>
        text.Length > 2 && text[..^2].IndexOfAny('。', '！', '？') >= 0;

    /// <summary>Whether there is a Chinese character.</summary>
    public static bool ContainsHan(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (CharClass.IsHan(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Number of commas.</summary>
    public static int CountCommas(ReadOnlySpan<char> text) => text.Count('，') + text.Count(',');

    /// <summary>Whether the text heads a list of notes or references.</summary>
    public static bool IsReferenceHeading(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxReferenceHeading || text.IndexOfAny(LastOfReferenceHeadings) < 0)
        {
            return false;
        }

        // 注　　释: spread
        Span<char> close = stackalloc char[MaxReferenceHeading];
        int length = 0;
        foreach (char c in text.Trim("：:【】[]〔〕［］　 一二三四五六七八九十、"))
        {
            if (!CharClass.IsSpace(c))
            {
                close[length++] = c;
            }
        }

        return close[..length] is "参考文献" or "注释" or "注" or "參考文獻" or "注釋" or "References" or "Notes" or "尾注" or "脚注"
            or "主要参考文献" or "参考资料" or "引用文献";
    }

    /// <summary>Whether a character is a superscript digit.</summary>
    public static bool IsSuperscript(char c) => c is '¹' or '²' or '³' or '⁰' or (>= '\u2074' and <= '\u2079');

    /// <summary>Length of the marker <c>[12]</c> that ends at an index, or 0.</summary>
    public static int MarkerLengthBefore(ReadOnlySpan<char> text, int end)
    {
        int at = end - 1, digits = 0;
        while (at >= 0 && (char.IsAsciiDigit(text[at]) || text[at] == ' ') && digits < 5)
        {
            digits++;
            at--;
        }

        return digits > 0 && at >= 0 && text[at] is '[' or '［' or '〔' ? end - at + 1 : 0;
    }

    // A full point after a letter or bracket; not the point of a number or abbreviation like p.
    private static bool IsFullPoint(ReadOnlySpan<char> text, int at) =>
        at > 1 && (char.IsLetter(text[at - 1]) || text[at - 1] is ')' or '”' or '/' or ']' || char.IsDigit(text[at - 1]));
}
