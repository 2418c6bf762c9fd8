using System.Buffers;
using System.Text;

namespace ScoSearch.Core.Variants;

/// <summary>Reads and writes numbers in Chinese characters. Stateless; thread-safe.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly SearchValues<char> Units = SearchValues.Create("十百千万亿点");

    /// <summary>Whether a character can stand in a number.</summary>
    public static bool IsPart(char c) => DigitOf(c) >= 0 || UnitOf(c) > 0 || c is '万' or '亿' or '点';

    /// <summary>Reads a number such as 八千九百亿, 三点五万, 十二 or, digit for digit, 二〇二五.</summary>
    /// <param name="text">Characters for which <see cref="IsPart"/> holds.</param>
    /// <param name="value">The number.</param>
    /// <returns>False when they are no number: 三两, 百万千.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal value)
    {
        int point = text.IndexOf('点');
        if (point >= 0)
        {
            return TryReadDecimal(text[..point], text[(point + 1)..], out value);
        }

        if (text.IndexOfAny(Units) < 0)
        {
            return TryReadDigits(text, out value);
        }

        value = 0;
        decimal group = 0;
        decimal digit = -1;
        decimal lastUnit = decimal.MaxValue;
        foreach (char c in text)
        {
            int read = DigitOf(c);
            if (read > 0)
            {
                if (digit > 0)
                {
                    return false;
                }

                digit = read;
            }
            else if (read < 0 && !TryTakeUnit(c, ref value, ref group, ref digit, ref lastUnit))
            {
                return false;
            }
        }

        value += group + Math.Max(0, digit);
        return value > 0;
    }

    /// <summary>Writes a whole number below 10^16 as it is said: 2025 is 二千零二十五.</summary>
    public static string Write(decimal value)
    {
        if (value == 0)
        {
            return "零";
        }

        StringBuilder written = new();
        decimal high = decimal.Truncate(value / 100_000_000);
        if (high > 0)
        {
            WriteBelowHundredMillion(written, (int)high);
            written.Append('亿');
        }

        WriteBelowHundredMillion(written, (int)(value % 100_000_000));
        string result = written.ToString();
        return result.StartsWith("一十", StringComparison.Ordinal) ? result[1..] : result;
    }

    /// <summary>Writes digit for digit: 2025 is 二〇二五.</summary>
    public static string WriteDigits(string digits, char zero) =>
        string.Concat(digits.Select(digit => digit == '0' ? zero : Digits[digit - '0']));

    private static void WriteBelowHundredMillion(StringBuilder written, int value)
    {
        int high = value / 10_000;
        int low = value % 10_000;
        if (high > 0)
        {
            WriteZeroBefore(written, high);
            WriteGroup(written, high);
            written.Append('万');
        }

        if (low > 0)
        {
            WriteZeroBefore(written, high == 0 && written.Length > 0 ? 0 : low);
            WriteGroup(written, low);
        }
    }

    // A group that does not fill its four places is set off from the one before it.
    private static void WriteZeroBefore(StringBuilder written, int group)
    {
        if (written.Length > 0 && group < 1000)
        {
            written.Append('零');
        }
    }

    private static void WriteGroup(StringBuilder written, int part)
    {
        bool started = false;
        bool skipped = false;
        for (int unit = 1000, name = 2; unit > 0; unit /= 10, name--)
        {
            int digit = part / unit % 10;
            if (digit == 0)
            {
                skipped |= started;
                continue;
            }

            if (skipped)
            {
                written.Append('零');
                skipped = false;
            }

            written.Append(Digits[digit]);
            if (name >= 0)
            {
                written.Append("十百千"[name]);
            }

            started = true;
        }
    }

    private static bool TryTakeUnit(char c, ref decimal value, ref decimal group, ref decimal digit, ref decimal lastUnit)
    {
        if (c is '万' or '亿')
        {
            decimal all = c == '亿' ? value + group + Math.Max(0, digit) : group + Math.Max(0, digit);
            if (all == 0 || (c == '亿' && value >= 100_000_000) || all >= 1_000_000_000)
            {
                return false;
            }

            value = c == '亿' ? all * 100_000_000 : value + (all * 10_000);
            (group, digit, lastUnit) = (0, -1, decimal.MaxValue);
            return value < 1_000_000_000_000_000_000;
        }

        int unit = UnitOf(c);
        if (unit >= lastUnit || (digit < 0 && !(unit == 10 && group == 0)))
        {
            return false;
        }

        group += (digit < 0 ? 1 : digit) * unit;
        (digit, lastUnit) = (-1, unit);
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        foreach (char c in text)
        {
            // 两 is no digit among others.
            if (DigitOf(c) < 0 || (c == '两' && text.Length > 1) || value > 1_000_000_000_000_000)
            {
                return false;
            }

            value = (value * 10) + DigitOf(c);
        }

        return text.Length > 0;
    }

    // 三点五万: the unit at the end belongs to all of it.
    private static bool TryReadDecimal(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, out decimal value)
    {
        value = 0;
        decimal factor = 1;
        while (fraction.Length > 1 && fraction[^1] is '万' or '亿')
        {
            factor *= fraction[^1] == '万' ? 10_000 : 100_000_000;
            fraction = fraction[..^1];
        }

        if (fraction.Length is 0 or > 6 || factor > 1_000_000_000_000 || !TryRead(whole, out decimal integer) || integer > 1_000_000
            || fraction.IndexOfAny(Units) >= 0 || !TryReadDigits(fraction, out decimal digits))
        {
            return false;
        }

        value = (integer + (digits / Power(10, fraction.Length))) * factor;
        return true;
    }

    private static int DigitOf(char c) => c switch
    {
        '〇' or '○' => 0,
        '两' => 2,
        _ => Digits.IndexOf(c, StringComparison.Ordinal),
    };

    private static int UnitOf(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => 0,
    };

    private static decimal Power(decimal number, int exponent)
    {
        decimal result = 1;
        for (int i = 0; i < exponent; i++)
        {
            result *= number;
        }

        return result;
    }
}
