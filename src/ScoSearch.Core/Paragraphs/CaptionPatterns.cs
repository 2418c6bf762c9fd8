using System.Buffers;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Recognizes captions of pictures and tables, and the lines that name an issue of a periodical.</summary>
internal static class CaptionPatterns
{
    private const int MaxPointed = 60;
    private const int MaxCredit = 16;
    private const int MaxName = 8;

    private static readonly SearchValues<char> BeforeName = SearchValues.Create("。（( \u3000／/");
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789一二三四五六七八九十");
    private static readonly SearchValues<char> MeasureWords = SearchValues.Create("元股万亿千百吨米里人个户件辆台次年月天日时分秒克升亩顷度倍桶套张页名家座条本%％‰mgtW");
    private static readonly string[] Openings = ["图为", "图片来源", "资料图", "资料图片", "图说", "图片说明", "配图"];

    /// <summary><c>图1-2 桥面</c>, <c>表3：水量</c>, <c>单位：万元</c>, <c>图为老桥。</c>; not <c>图1显示……。</c></summary>
    public static bool IsCaption(ReadOnlySpan<char> text, int width)
    {
        if (IsUnit(text, width) || (width <= 120 && EndsInCredit(text)))
        {
            return true;
        }

        if (text[0] is '▲' or '▼' or '↑' && width <= MaxPointed && !LineText.EndsSentence(text) && LineText.ContainsHan(text))
        {
            return true; // a sign that points to the picture
        }

        if (width > 120 || text[0] is not ('图' or '表' or '圖' or '资' or '配' or '附' or 'F' or 'T'))
        {
            return false;
        }

        foreach (string opening in Openings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal))
            {
                return true;
            }
        }

        int at = text.StartsWith("附图", StringComparison.Ordinal) || text.StartsWith("附表", StringComparison.Ordinal) ? 2
            : text[0] is '图' or '表' or '圖' ? 1
            : text.StartsWith("Figure ", StringComparison.Ordinal) ? 7
            : text.StartsWith("Table ", StringComparison.Ordinal) ? 6 : 0;
        if (at == 0)
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[at..].TrimStart(' ');
        int digits = 0;
        while (digits < rest.Length && (char.IsDigit(rest[digits]) || (digits > 0 && rest[digits] is '-' or '.' or '－' or '–')))
        {
            digits++;
        }

        return digits > 0 && !LineText.EndsSentence(text)
            && (digits == rest.Length || rest[digits] is ' ' or '\u3000' or '：' or ':' || CharClass.IsHan(rest[digits]));
    }

    // The unit of the numbers in a table; 单位：北京大学 is the house of an author.
    private static bool IsUnit(ReadOnlySpan<char> text, int width)
    {
        ReadOnlySpan<char> inner = text.Trim("（）()");
        int at = width > 32 ? -1 : inner.IndexOf("单位");
        ReadOnlySpan<char> rest = at is >= 0 and <= 4 ? inner[(at + 2)..].TrimStart(' ') : [];
        return inner[..Math.Max(0, at)] is "" or "金额" or "货币" or "计量" or "数量" && rest is ['：' or ':', .., char last] && MeasureWords.Contains(last);
    }

    /// <summary><c>老桥修缮现场。 本报记者 王磊 摄</c>, <c>（王磊摄）</c>: who took the picture stands last.</summary>
    public static bool EndsInCredit(ReadOnlySpan<char> text)
    {
        if (text[^1] is not ('摄' or '攝' or '影' or '图' or '）' or ')' or '】' or ']' or '。'))
        {
            return false;
        }

        ReadOnlySpan<char> inner = text.TrimEnd("）)】]。 \u3000");
        if (inner.Length < 6 || inner[^1] is not ('摄' or '攝' or '影' or '图'))
        {
            return false;
        }

        ReadOnlySpan<char> tail = inner[Math.Max(0, inner.Length - MaxCredit)..];
        bool verb = inner[^1] is '摄' or '攝' || inner.EndsWith("摄影", StringComparison.Ordinal)
            || inner.EndsWith("供图", StringComparison.Ordinal) || inner.EndsWith("制图", StringComparison.Ordinal);
        int cut = tail[..^1].LastIndexOfAny(BeforeName);
        return verb && (tail.IndexOf("记者", StringComparison.Ordinal) >= 0 || tail.IndexOf("发（", StringComparison.Ordinal) >= 0
            || (cut >= 0 && tail.Length - cut <= MaxName));
    }

    /// <summary><c>专栏（第12期）</c>: names an issue, not a text.</summary>
    public static bool IsIssueLine(ReadOnlySpan<char> text)
    {
        int at = text.IndexOf('第');
        int end = at < 0 ? -1 : text[at..].IndexOfAny('期', '版', '辑');
        return end is > 1 and < 8 && text.Slice(at + 1, end - 1).ContainsAny(Numerals);
    }
}
