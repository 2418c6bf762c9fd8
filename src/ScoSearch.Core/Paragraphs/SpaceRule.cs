namespace ScoSearch.Core.Paragraphs;

/// <summary>Which blanks are text and which are typesetting.</summary>
/// <remarks>
/// Between Chinese and Latin, and beside Chinese punctuation, a blank is typesetting. Between two Chinese characters it
/// is text (a headline's comma, a list of names), except where it spreads a short word: single characters on both
/// sides, as in <c>王 磊 馆长</c>. Between two Latin words it is text.
/// </remarks>
internal static class SpaceRule
{
    /// <summary>Whether the blanks between two offsets of a line stay, as one blank.</summary>
    public static bool Keeps(ReadOnlySpan<char> line, int start, int end)
    {
        if (start <= 0 || end >= line.Length)
        {
            return false;
        }

        char left = line[start - 1], right = line[end];
        bool leftHan = CharClass.IsHan(left), rightHan = CharClass.IsHan(right);
        if (EndsDateline(line[..start]))
        {
            return true;
        }

        if ((leftHan || left is '”' or '》' or '」') && (rightHan || right is '“' or '《' or '「'))
        {
            if (QuotesLatin(line, start, end))
            {
                return false;
            }

            return !leftHan || !rightHan || !IsSpread(line, start, end);
        }

        if (leftHan || rightHan)
        {
            return IsTextualBeside(leftHan ? right : left) && end - start > 0;
        }

        bool wide = CharClass.IsWide(left) || CharClass.IsWide(right);
        return !wide || IsQuoteAndWord(left, right);
    }

    // 新华社北京7月6日电 2024年7月2日……: the blank parts where the text comes from and the text.
    private static bool EndsDateline(ReadOnlySpan<char> before)
    {
        ReadOnlySpan<char> line = before.TrimStart();
        return line.Length is > 5 and <= 30 && line[^1] is '电' or '電' or '讯' or '訊' && line.IndexOf('日') > 0
            && line.IndexOfAny('，', '。', '：') < 0;
    }

    // 参见 “Global ...”: what a quotation mark or bracket holds decides.
    private static bool QuotesLatin(ReadOnlySpan<char> line, int start, int end) =>
        (!CharClass.IsHan(line[end]) && end + 1 < line.Length && CharClass.IsNarrowWord(line[end + 1]))
        || (!CharClass.IsHan(line[start - 1]) && start > 1 && CharClass.IsNarrowWord(line[start - 2]));

    /// <summary>Whether two characters at a seam belong to two words that a space parts.</summary>
    public static bool SeparatesWords(char left, char right)
    {
        bool leftWord = CharClass.IsNarrowWord(left) || left is ',' or '.' or ';' or ':' or '!' or '?' or ')' or ']' or '"'
            or '\'' or '”' or '’' or '&';
        bool rightWord = CharClass.IsNarrowWord(right) || right is '(' or '[' or '"' or '\'' or '&'
            || (right is '“' or '‘' && CharClass.IsNarrowWord(left));
        return leftWord && rightWord && (CharClass.IsNarrowWord(left) || CharClass.IsNarrowWord(right) || right == '(');
    }

    // A blank beside a bullet, slash or currency sign is layout; beside curly quotes it parts Latin words.
    private static bool IsTextualBeside(char other) => other is '•' or '●' or '■' or '◆' or '□' or '►';

    private static bool IsQuoteAndWord(char left, char right) =>
        (left is '”' or '’' && CharClass.IsNarrowWord(right)) || (right is '“' or '‘' && (CharClass.IsNarrowWord(left) || left is ',' or '.'));

    private static bool IsSpread(ReadOnlySpan<char> line, int start, int end)
    {
        bool leftSingle = start == 1 || CharClass.IsSpace(line[start - 2]) || !CharClass.IsHan(line[start - 2]);
        bool rightSingle = end + 1 >= line.Length || CharClass.IsSpace(line[end + 1]) || !CharClass.IsHan(line[end + 1]);
        return leftSingle && rightSingle;
    }
}
