using System.Globalization;

namespace ScoSearch.Core.Text;

/// <summary>Reads dates as they are written in Chinese texts.</summary>
public static class ChineseDate
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Brings a date to ISO form.</summary>
    /// <param name="text">
    /// Text that begins with a date (<c>2024年7月6日</c>, <c>二〇二四年七月</c>, <c>2024-07-06T…</c>, <c>2024/7/6</c>,
    /// <c>2024.7.6</c>) or holds one.
    /// </param>
    /// <returns><c>2024-07-06</c>, <c>2024-07</c> or <c>2024</c>; null when there is no date with a year.</returns>
    public static string? ToIso(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text, out _, out _);
    }

    /// <summary>Finds the first date with a year.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of the date, or -1.</param>
    /// <param name="end">Offset after the date, or -1.</param>
    /// <returns>The date in ISO form, or null.</returns>
    public static string? Find(ReadOnlySpan<char> text, out int start, out int end)
    {
        for (start = 0; start < text.Length; start++)
        {
            if ((start == 0 || !IsDigit(text[start - 1])) && IsDigit(text[start]))
            {
                int at = start;
                if (TryRead(text, ref at, out int year, out int month, out int day))
                {
                    end = at;
                    return Format(year, month, day);
                }
            }
        }

        start = end = -1;
        return null;
    }

    private static bool TryRead(ReadOnlySpan<char> text, ref int at, out int year, out int month, out int day)
    {
        month = day = 0;
        year = Number(text, ref at, out int digits);
        int unit = at;
        SkipBlanks(text, ref unit);
        at = unit < text.Length && text[unit] == '年' ? unit : at;
        if (digits != 4 || year is < 1000 or > 2999 || at >= text.Length)
        {
            // a bare year is a date only if nothing else is there
            return digits == 4 && year is >= 1000 and <= 2999 && at == text.Length && digits == text.Length;
        }

        char mark = text[at];
        if (mark is not ('年' or '-' or '/' or '.' or '－'))
        {
            return false;
        }

        int next = at + 1;
        SkipBlanks(text, ref next);
        int m = Number(text, ref next, out digits);
        if (digits is 0 or > 3 || m is < 1 or > 12)
        {
            at += mark == '年' ? 1 : 0;
            return mark == '年';
        }

        SkipBlanks(text, ref next);
        if (mark == '年' ? next >= text.Length || text[next] != '月' : next < text.Length && IsDigit(text[next]))
        {
            at++;
            return mark == '年';
        }

        month = m;
        at = mark == '年' ? next + 1 : next;
        ReadDay(text, ref at, mark, year, month, ref day);
        return true;
    }

    private static void ReadDay(ReadOnlySpan<char> text, ref int at, char mark, int year, int month, ref int day)
    {
        int next = at;
        if (mark != '年')
        {
            if (next >= text.Length || text[next] != mark)
            {
                return;
            }

            next++;
        }

        SkipBlanks(text, ref next);
        int d = Number(text, ref next, out int digits);
        SkipBlanks(text, ref next);
        bool closed = mark != '年' || (next < text.Length && text[next] is '日' or '号');
        if (digits is > 0 and <= 3 && d >= 1 && d <= DateTime.DaysInMonth(year, month) && closed)
        {
            day = d;
            at = mark == '年' ? next + 1 : next;
        }
    }

    // Arabic digits, full-width digits, or Chinese: digit by digit (二〇二四) or with 十 (二十三). At most 4 places.
    private static int Number(ReadOnlySpan<char> text, ref int at, out int digits)
    {
        int value = 0;
        digits = 0;
        bool tens = false;
        for (; at < text.Length && digits < 5; at++, digits++)
        {
            char c = text[at];
            if (c == '十')
            {
                value = digits == 0 ? 10 : value * 10;
                tens = true;
                continue;
            }

            int digit = DigitValue(c);
            if (digit < 0)
            {
                break;
            }

            value = tens ? value + digit : (value * 10) + digit;
        }

        return value;
    }

    private static int DigitValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        '○' or 'Ｏ' or '零' => 0,
        _ => Digits.IndexOf(c, StringComparison.Ordinal),
    };

    private static bool IsDigit(char c) => c == '十' || DigitValue(c) >= 0;

    private static void SkipBlanks(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u3000' or '\u00A0')
        {
            at++;
        }
    }

    private static string Format(int year, int month, int day) => (month, day) switch
    {
        (0, _) => year.ToString("0000", CultureInfo.InvariantCulture),
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"),
    };
}
