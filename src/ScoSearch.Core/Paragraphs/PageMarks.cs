using System.Buffers;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Tells page numbers, continuation signs and ruled lines by their look alone.</summary>
internal static class PageMarks
{
    private const int MaxSign = 40; // with brackets, arrows and blanks around it
    private const int MaxJournalHead = 90;

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly SearchValues<char> Sentences = SearchValues.Create("。，；！？《");
    private static readonly SearchValues<char> RuleCharacters = SearchValues.Create("-=_*—─━═~～·.…┄┈＊#＿ 　");
    private static readonly string[] ContinuationOpenings = ["下转", "上接", "下接", "续第", "（续", "未完待续", "紧接第"];
    private static readonly SearchValues<char> FirstOfContinuations = SearchValues.Create("下上续未紧");

    /// <summary><c>（下转第三版）</c>, <c>（上接第一版）</c>, <c>►下转A12</c>.</summary>
    public static bool IsContinuation(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxSign || text.IndexOfAny(FirstOfContinuations) < 0)
        {
            return false;
        }

        text = text.Trim("（）()【】[]〔〕►▶▲◄◀→← 　—-");
        if (text.Length is < 3 or > 14)
        {
            return false;
        }

        foreach (string opening in ContinuationOpenings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal))
            {
                ReadOnlySpan<char> rest = text[opening.Length..];
                return opening == "未完待续" || rest.IndexOfAny('版', '页') >= 0 || rest.ContainsAnyInRange('0', '9');
            }
        }

        return false;
    }

    /// <summary><c>—12—</c>, <c>第 3 页 共 10 页</c>, <c>Page 3 of 10</c>, <c>3/10</c>.</summary>
    public static bool IsDecoratedPageNumber(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> inner = text.Trim("-—–―·•~～|　 .");
        if (inner.Length is > 0 and <= 4 && inner.Length < text.Length && IsDigits(inner))
        {
            // dashes on both sides: 12. alone is the start of an item, -12. the end of a range
            return !char.IsDigit(text[0]) && !char.IsDigit(text[^1]) && (text[^1] != '.' || text[0] == '.');
        }

        if (inner.StartsWith("第", StringComparison.Ordinal) && inner.IndexOf('页') is > 1 and int page)
        {
            ReadOnlySpan<char> number = inner[1..page].Trim();
            ReadOnlySpan<char> rest = inner[(page + 1)..].Trim(" /／，,、共页总0123456789\u3000");
            return IsDigits(number) && rest.Length == 0;
        }

        if (inner.StartsWith("Page ", StringComparison.OrdinalIgnoreCase))
        {
            ReadOnlySpan<char> rest = inner[5..].Trim(" 0123456789/");
            return rest.Length == 0 || rest.Equals("of", StringComparison.OrdinalIgnoreCase);
        }

        int slash = inner.IndexOf('/');
        return slash > 0 && inner.Length <= 9 && slash < inner.Length - 1
            && IsDigits(inner[..slash].Trim()) && IsDigits(inner[(slash + 1)..].Trim());
    }

    /// <summary><c>[1] [2] [3] 下一页</c>, <c>上一页 1 2 3 下一页 末页</c>.</summary>
    public static bool IsPageLinks(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[^1] is not ('页' or '頁' or '>' or '»' or ']'))
        {
            return false;
        }

        int links = 0;
        foreach (Range range in text.SplitAny(" \u3000|[]［］<>«»…"))
        {
            ReadOnlySpan<char> word = text[range];
            if (word is "上一页" or "下一页" or "首页" or "末页" or "尾页" or "前一页" or "后一页" or "下页" or "上页")
            {
                links++;
            }
            else if (word.Length > 0 && !IsDigits(word))
            {
                return false;
            }
        }

        return links > 0;
    }

    /// <summary>
    /// The head of a journal's page: <c>第32卷第4期 南河学刊 Vol.32 No.4</c>, <c>2020年4月 JOURNAL OF NANHE Apr. 2020</c>.
    /// </summary>
    public static bool IsJournalHead(ReadOnlySpan<char> text)
    {
        if (text.Length is < 8 or > MaxJournalHead || text.ContainsAny(Sentences))
        {
            return false;
        }

        int volume = text.IndexOf('卷'), number = text.IndexOf('期');
        bool issue = text[0] == '第' && volume > 1 && number > volume && number - volume < 12;
        bool latin = text.IndexOf("Vol", StringComparison.OrdinalIgnoreCase) >= 0 && text.IndexOf("No", StringComparison.OrdinalIgnoreCase) >= 0;
        bool dated = char.IsAsciiDigit(text[0]) && text.IndexOf('月') is > 4 and < 14;
        return (issue && (latin || number < text.Length / 2)) || (latin && (volume > 0 || number > 0))
            || (dated && NamesMonth(text));
    }

    private static bool NamesMonth(ReadOnlySpan<char> text)
    {
        foreach (string month in Months)
        {
            int at = text.IndexOf(month, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && text[at - 1] == ' ' && char.IsAsciiDigit(text[^1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line of nothing but a number below 10,000.</summary>
    public static bool TryBareNumber(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, null, out value) && text.Length <= 4;

    /// <summary>A line of nothing but dashes, equals signs, asterisks or box drawing.</summary>
    public static bool IsRule(ReadOnlySpan<char> text) =>
        text.Length >= 3 && !text.ContainsAnyExcept(RuleCharacters);

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
