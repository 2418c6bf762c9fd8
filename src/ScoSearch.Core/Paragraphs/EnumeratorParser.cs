namespace ScoSearch.Core.Paragraphs;

/// <summary>Reads the number, letter or sign at the head of a line.</summary>
internal static class EnumeratorParser
{
    private const string ChineseDigits = "〇一二三四五六七八九";
    private const string Bullets = "•●○■□◆◇▪▲△★☆➢➤";

    /// <summary>Reads an enumerator at the start of the text.</summary>
    public static Enumerator Parse(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
        {
            return default;
        }

        char first = text[0];
        return first switch
        {
            '第' => Ordinal(text),
            '（' or '(' => InBrackets(text),
            '[' or '［' or '〔' or '【' => InSquareBrackets(text),
            '—' when text.StartsWith("——", StringComparison.Ordinal) => new Enumerator(EnumeratorStyle.Dash, 0, 2, 1),
            (>= '0' and <= '9') or (>= '０' and <= '９') => Arabic(text),
            >= '\u2460' and <= '\u249B' => new Enumerator(EnumeratorStyle.Circled, ((first - '\u2460') % 20) + 1, 1, 1),
            (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => Letter(text),
            '-' or '*' or '·' or '–' when text[1] is ' ' or '\t' && !(text.Length > 2 && CharClass.IsClosing(text[2])) => new Enumerator(EnumeratorStyle.Bullet, 0, 1, 1),
            // signs of Wingdings and Symbol, which have no characters of their own
            >= '\uF020' and <= '\uF0FF' => new Enumerator(EnumeratorStyle.Bullet, 0, 1, 1),
            _ when IsTickBox(text) || Bullets.Contains(first, StringComparison.Ordinal) => new Enumerator(EnumeratorStyle.Bullet, 0, 1, 1),
            _ => Chinese(text),
        };
    }

    /// <summary>Reads a Chinese number below 1000 such as 十二 or 二〇; 0 and length 0 when there is none.</summary>
    public static int ChineseNumber(ReadOnlySpan<char> text, out int length)
    {
        int total = 0, pending = 0;
        length = 0;
        foreach (char c in text)
        {
            int digit = ChineseDigits.IndexOf(c, StringComparison.Ordinal);
            if (digit >= 0)
            {
                pending = length > 0 && pending > 0 ? (pending * 10) + digit : digit;
            }
            else if (c is '十' or '百')
            {
                total += (pending == 0 ? 1 : pending) * (c == '十' ? 10 : 100);
                pending = 0;
            }
            else if (c != '零')
            {
                break;
            }

            if (++length > 6)
            {
                break;
            }
        }

        return length == 0 ? 0 : total + pending;
    }

    /// <summary>Whether a text begins with a box of a form, ticked or not: <c>√适用 □不适用</c>; not <c>√2</c>.</summary>
    public static bool IsTickBox(ReadOnlySpan<char> text) => text.Length > 1 && (text[0] is '□' or '■' or '☐' or '☑' or '☒'
        || (text[0] is '√' or '✓' or '✔' && (CharClass.IsSpace(text[1]) || CharClass.IsHan(text[1]))));

    private static int ArabicNumber(ReadOnlySpan<char> text, out int length)
    {
        int value = 0;
        for (length = 0; length < text.Length && length < 5; length++)
        {
            char c = text[length];
            int digit = c is >= '0' and <= '9' ? c - '0' : c is >= '０' and <= '９' ? c - '０' : -1;
            if (digit < 0)
            {
                break;
            }

            value = (value * 10) + digit;
        }

        return value;
    }

    private static Enumerator Ordinal(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> rest = text[1..].TrimStart();
        int skipped = text.Length - rest.Length;
        int value = ChineseNumber(rest, out int length);
        if (length == 0)
        {
            value = ArabicNumber(rest, out length);
        }

        ReadOnlySpan<char> unit = rest[length..].TrimStart();
        if (length == 0 || unit.Length == 0 || value == 0)
        {
            return default;
        }

        EnumeratorStyle style = unit[0] switch
        {
            '编' or '篇' or '編' => EnumeratorStyle.Part,
            '部' when unit.StartsWith("部分", StringComparison.Ordinal) => EnumeratorStyle.Part,
            '章' or '讲' or '课' or '回' => EnumeratorStyle.Chapter,
            '节' or '節' => EnumeratorStyle.SectionName,
            '条' or '條' => EnumeratorStyle.Article,
            _ => EnumeratorStyle.None,
        };
        int unitLength = unit[0] == '部' ? 2 : 1;
        int total = text.Length - unit.Length + unitLength;
        return style == EnumeratorStyle.None || skipped > 2 ? default : new Enumerator(style, value, total, 1);
    }

    private static Enumerator Chinese(ReadOnlySpan<char> text)
    {
        int value = ChineseNumber(text, out int length);
        return length > 0 && length < text.Length && value > 0 && text[length] is '、' or '．' or '.' or '\u3000'
            && text.Length > length
            ? new Enumerator(EnumeratorStyle.Chinese, value, length + 1, 1) : default;
    }

    private static Enumerator InBrackets(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> inside = text[1..].TrimStart(' ');
        int lead = text.Length - inside.Length;
        int value = ChineseNumber(inside, out int length);
        EnumeratorStyle style = EnumeratorStyle.ChineseInBrackets;
        if (length == 0)
        {
            value = ArabicNumber(inside, out length);
            style = EnumeratorStyle.ArabicInBrackets;
        }

        return length is > 0 and < 4 && value is > 0 and < 200 && length < inside.Length && inside[length] is '）' or ')'
            ? new Enumerator(style, value, lead + length + 1, 1) : default;
    }

    private static Enumerator InSquareBrackets(ReadOnlySpan<char> text)
    {
        int value = ArabicNumber(text[1..], out int length);
        return length is > 0 and < 4 && text.Length > length + 1 && text[length + 1] is ']' or '］' or '〕' or '】'
            ? new Enumerator(EnumeratorStyle.SquareBrackets, value, length + 2, 1) : default;
    }

    private static Enumerator Arabic(ReadOnlySpan<char> text)
    {
        int at = 0, depth = 0, value = 0;
        while (true)
        {
            int part = ArabicNumber(text[at..], out int length);
            if (length == 0)
            {
                break;
            }

            value = part;
            at += length;
            depth++;
            if (length > 3 || at >= text.Length || text[at] is not ('.' or '．')
                || at + 1 >= text.Length || !char.IsDigit(text[at + 1]))
            {
                break;
            }

            at++;
        }

        if (at >= text.Length || at > 12 || value > 999)
        {
            return default;
        }

        char mark = text[at];
        if (depth > 1)
        {
            // 1.9万 is a number; 1.9 万 may still be one, the sequence decides
            bool closed = mark is '.' or '、' or '．';
            return closed || CharClass.IsSpace(mark) || depth > 2
                ? new Enumerator(EnumeratorStyle.Dotted, value, at + (closed ? 1 : 0), depth) : default;
        }

        return mark switch
        {
            '.' or '．' or '、' => new Enumerator(EnumeratorStyle.Arabic, value, at + 1, 1),
            ')' or '）' => new Enumerator(EnumeratorStyle.ArabicInBrackets, value, at + 1, 1),
            _ => default,
        };
    }

    private static Enumerator Letter(ReadOnlySpan<char> text) =>
        text[1] is '.' or '、' or '．' && text.Length > 2 && !char.IsAsciiLetterOrDigit(text[2])
            ? new Enumerator(EnumeratorStyle.Letter, char.ToLowerInvariant(text[0]) - 'a' + 1, 2, 1) : default;
}
