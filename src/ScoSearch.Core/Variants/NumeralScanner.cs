using System.Globalization;

namespace ScoSearch.Core.Variants;

/// <summary>Finds the numbers in a folded text. Stateless; thread-safe.</summary>
internal static class NumeralScanner
{
    private const string PerCent = "百分之";

    // Longer ones are no numbers a person counts with.
    private const int MaxLength = 24;

    /// <summary>The numbers, in order.</summary>
    public static List<Numeral> Find(string text)
    {
        List<Numeral> found = [];
        for (int at = 0; at < text.Length;)
        {
            Numeral? numeral = char.IsAsciiDigit(text[at]) ? ReadArabic(text, at) : ReadChinese(text, at);
            if (numeral is { } one)
            {
                found.Add(one);
                at = one.End;
            }
            else
            {
                at = EndOfRun(text, at);
            }
        }

        return found;
    }

    private static Numeral? ReadArabic(string text, int start)
    {
        int end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsInner(text, end)))
        {
            end++;
        }

        // 5G, C5, 2025-06 and version numbers are names.
        bool isName = (start > 0 && IsNameCharacter(text[start - 1])) || (end < text.Length && IsNameCharacter(text[end]));
        if (isName || end - start > MaxLength
            || !decimal.TryParse(text.AsSpan(start, end - start).ToString().Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            || value > 1_000_000_000_000)
        {
            return null;
        }

        if (end < text.Length && text[end] == '%')
        {
            return new Numeral(start, end + 1, value, IsChinese: false, IsPercent: true);
        }

        while (end < text.Length && text[end] is '万' or '亿' && value < 1_000_000_000_000)
        {
            value *= text[end++] == '万' ? 10_000 : 100_000_000;
        }

        return new Numeral(start, end, value, IsChinese: false, IsPercent: false);
    }

    private static Numeral? ReadChinese(string text, int start)
    {
        bool isPercent = text.AsSpan(start).StartsWith(PerCent, StringComparison.Ordinal);
        int from = isPercent ? start + PerCent.Length : start;
        int end = from;
        while (end < text.Length && ChineseNumber.IsPart(text[end]))
        {
            end++;
        }

        return end > from && end - from <= MaxLength && ChineseNumber.TryRead(text.AsSpan(from, end - from), out decimal value)
            ? new Numeral(start, end, value, IsChinese: true, isPercent)
            : null;
    }

    private static int EndOfRun(string text, int at)
    {
        int end = at + 1;
        while (end < text.Length
            && ((char.IsAsciiDigit(text[at]) && (char.IsAsciiDigit(text[end]) || IsInner(text, end)))
                || (ChineseNumber.IsPart(text[at]) && ChineseNumber.IsPart(text[end]))))
        {
            end++;
        }

        return end;
    }

    // A point or comma between digits.
    private static bool IsInner(string text, int at) =>
        text[at] is '.' or ',' && at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    private static bool IsNameCharacter(char c) => char.IsAsciiLetter(c) || c is '-' or '+' or '/' or '.' or ':' or '_';
}
