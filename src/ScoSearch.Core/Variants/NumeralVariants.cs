using System.Globalization;

namespace ScoSearch.Core.Variants;

/// <summary>Writes the numbers of a query in the other ways they may stand in texts. Stateless; thread-safe.</summary>
/// <remarks>
/// <para>三个 also finds 3个, 二〇二五年 2025年, 百分之四十 40%, 8900亿 八千九百亿, and the other way round. A number is looked for
/// with the character that follows it, since a bare 3 stands everywhere; a single character such as the 一 of 一带一路 only
/// counts as a number before a measure word or alone.</para>
/// <para>At most <see cref="MaxNumerals"/> numbers of a query, each in at most <see cref="MaxForms"/> ways.</para>
/// </remarks>
internal static class NumeralVariants
{
    /// <summary>Most numbers of one query that are written otherwise.</summary>
    public const int MaxNumerals = 4;

    /// <summary>Most other ways to write one number.</summary>
    public const int MaxForms = 4;

    private const decimal TenThousand = 10_000;
    private const decimal HundredMillion = 100_000_000;

    private const string Measures = "年月日号时点分秒个名位人家项条次届种国省市县岁天周级度元美吨米公里千成倍大股方座所艘架辆台万亿世中";

    /// <summary>Other strings to look for.</summary>
    /// <param name="folded">The typed text, folded.</param>
    public static IReadOnlyList<string> Find(string folded)
    {
        List<string> found = [];
        int numerals = 0;
        foreach (Numeral numeral in NumeralScanner.Find(folded))
        {
            if (numerals == MaxNumerals)
            {
                break;
            }

            if (IsMeant(folded, numeral))
            {
                numerals++;
                string before = numeral.Start > 0 && folded[numeral.Start - 1] == '第' ? "第" : "";
                string after = numeral.End < folded.Length && folded[numeral.End] is >= '\u4E00' and <= '\u9FFF' && !numeral.IsPercent
                    ? folded[numeral.End].ToString()
                    : "";
                string typed = folded[numeral.Start..numeral.End];
                found.AddRange(FormsOf(numeral, after).Where(form => form != typed).Distinct(StringComparer.Ordinal)
                    .Take(MaxForms).Select(form => before + form + after));
            }
        }

        return found;
    }

    private static bool IsMeant(string text, Numeral numeral) =>
        numeral.Length > 1
        || numeral.End == text.Length && numeral.Start == 0
        || (numeral.End < text.Length && Measures.Contains(text[numeral.End], StringComparison.Ordinal))
        || (numeral.Start > 0 && text[numeral.Start - 1] == '第');

    private static IEnumerable<string> FormsOf(Numeral numeral, string after)
    {
        if (numeral.IsPercent)
        {
            return numeral.IsChinese ? [Arabic(numeral.Value) + "%"] : InChinese(numeral.Value).Select(form => "百分之" + form);
        }

        bool isYear = after == "年" && numeral.Value is >= 1000 and < 10_000 && decimal.IsInteger(numeral.Value);
        if (isYear)
        {
            string digits = Arabic(numeral.Value);
            return [digits, ChineseNumber.WriteDigits(digits, '〇'), ChineseNumber.WriteDigits(digits, '零'), .. InChinese(numeral.Value)];
        }

        return numeral.IsChinese
            ? [.. InArabic(numeral.Value)]
            : [.. InChinese(numeral.Value), .. InArabic(numeral.Value)];
    }

    private static IEnumerable<string> InArabic(decimal value)
    {
        if (value >= HundredMillion && Short(value / HundredMillion) is { } hundredMillions)
        {
            yield return hundredMillions + "亿";
        }
        else if (value >= TenThousand && Short(value / TenThousand) is { } tenThousands)
        {
            yield return tenThousands + "万";
        }

        if (value < HundredMillion)
        {
            yield return Arabic(value);
            if (value >= 1000)
            {
                yield return value.ToString("#,##0.######", CultureInfo.InvariantCulture);
            }
        }
    }

    private static IEnumerable<string> InChinese(decimal value)
    {
        if (decimal.IsInteger(value) && value < 10_000_000_000_000_000)
        {
            string said = ChineseNumber.Write(value);
            yield return said;
            if (said.Length > 1 && said[0] == '二' && said[1] is '千' or '百' or '万' or '亿')
            {
                yield return "两" + said[1..];
            }
            else if (said == "二")
            {
                yield return "两";
            }
        }

        (decimal unit, string name) = value >= HundredMillion ? (HundredMillion, "亿") : value >= TenThousand ? (TenThousand, "万") : (1, "");
        decimal part = value / unit;
        if (!decimal.IsInteger(part) && part < HundredMillion && decimal.Round(part, 2) == part)
        {
            string[] sides = Arabic(part).Split('.');
            yield return ChineseNumber.Write(decimal.Truncate(part)) + "点" + ChineseNumber.WriteDigits(sides[1], '零') + name;
        }
    }

    // With a unit behind, more than two decimals are not written.
    private static string? Short(decimal value) => decimal.Round(value, 2) == value ? Arabic(value) : null;

    private static string Arabic(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
