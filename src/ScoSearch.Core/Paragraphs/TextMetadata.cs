using System.Globalization;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Text;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Reads title, subtitle, author, source and date from the paragraphs of a text.</summary>
internal static class TextMetadata
{
    private const int HeadParagraphs = 12;

    private static readonly string[] Agencies =
        ["新华社", "人民日报", "中新社", "中国新闻社", "光明日报", "经济日报", "解放军报", "法新社", "路透社", "美联社", "新华网", "人民网", "中新网", "央视网",
            "央广网", "光明网", "澎湃新闻", "本报"];

    public static DocumentMetadata Find(IReadOnlyList<Paragraph> paragraphs)
    {
        MetadataCollector found = new(MetadataOrigin.Text);
        Paragraph? title = paragraphs.FirstOrDefault(p => p.Kind == ParagraphKind.Title);
        found.Add("title", title?.Text);
        found.Add("subtitle", paragraphs.Take(HeadParagraphs)
            .FirstOrDefault(p => p.Kind == ParagraphKind.Subtitle && p.Number > (title?.Number ?? 0))?.Text);
        foreach (Paragraph paragraph in paragraphs.Where(p => p.Kind == ParagraphKind.Byline))
        {
            AddByline(found, paragraph.Text, paragraph.Number <= HeadParagraphs);
        }

        Paragraph? first = paragraphs.FirstOrDefault(p => p.Kind == ParagraphKind.Body);
        if (first is not null)
        {
            AddDateline(found, first.Text);
            AddCredit(found, paragraphs.Last(p => p.Kind == ParagraphKind.Body).Text);
        }

        return found.ToMetadata();
    }

    private static void AddByline(MetadataCollector found, string text, bool atHead)
    {
        string inner = text.Trim('（', '）', '(', ')', '【', '】', '[', ']', ' ');
        string? date = atHead ? ChineseDate.ToIso(inner) : null;
        found.Add("date", date);
        foreach (string label in (string[])["作者：", "作者:", "文/", "文／", "撰文：", "本报记者", "新华社记者", "人民日报记者", "记者"])
        {
            int at = inner.IndexOf(label, StringComparison.Ordinal);
            if (at == 0 || (at > 0 && at < 12))
            {
                found.Add("author", Until(inner[(at + label.Length)..].TrimStart(), "；;，,|摄"));
            }
        }

        int source = inner.IndexOf("来源", StringComparison.Ordinal);
        if (source >= 0 && source + 3 <= inner.Length)
        {
            found.Add("source", Until(inner[(source + 3)..].TrimStart(), " 　|；;，,"));
        }

        if (atHead && date is null && BylinePatterns.IsPerson(inner))
        {
            found.Add("author", inner.Split(' ', '\u3000') is [var name, _] words && words.Length == 2 ? name : inner);
        }
    }

    // ……更美好。（人民日报记者某某）: a credit at the end of the last paragraph.
    private static void AddCredit(MetadataCollector found, string text)
    {
        int bracket = text.AsSpan().LastIndexOfAny('（', '(');
        if (bracket > 0 && text[^1] is '）' or ')' && text.IndexOf("记者", bracket, StringComparison.Ordinal) > 0
            && BylinePatterns.IsByline(text.AsSpan(bracket)))
        {
            string credit = text[bracket..];
            AddByline(found, credit, atHead: false);
            found.Add("source", Array.Find(Agencies, a => a != "本报" && credit.AsSpan(1).StartsWith(a, StringComparison.Ordinal)));
        }
    }

    // 新华社北京7月6日电: agency and date. The year is taken from a full date of the same month in the same paragraph,
    // and from nowhere else.
    private static void AddDateline(MetadataCollector found, string text)
    {
        int end = text.AsSpan(0, Math.Min(text.Length, 40)).IndexOf('电');
        string? agency = Array.Find(Agencies, a => text.StartsWith(a, StringComparison.Ordinal));
        if (agency is null || end < 0)
        {
            return;
        }

        found.Add("source", agency == "本报" ? null : agency);
        found.Add("author", ReporterOf(text[(end + 1)..]));
        string head = text[..end];
        string? full = ChineseDate.ToIso(head);
        if (full is not null)
        {
            found.Add("date", full);
            return;
        }

        int month = head.IndexOf('月', StringComparison.Ordinal), day = head.IndexOf('日', StringComparison.Ordinal);
        if (month < 1 || day < month || ChineseDate.Find(text, out _, out _) is not { Length: >= 7 } other)
        {
            return;
        }

        int start = month;
        while (start > 0 && char.IsAsciiDigit(head[start - 1]))
        {
            start--;
        }

        string date = string.Create(CultureInfo.InvariantCulture, $"{other[..4]}年{head[start..(day + 1)]}");
        if (ChineseDate.ToIso(date) is { } iso && iso.AsSpan(0, 7).SequenceEqual(other.AsSpan(0, 7)))
        {
            found.Add("date", iso);
        }
    }

    // （记者王磊）, （记者 王磊 张敏） or （王磊、张敏） behind the dateline.
    private static string? ReporterOf(string text)
    {
        string rest = text.TrimStart();
        int close = rest is ['（' or '(', ..] ? rest.AsSpan(0, Math.Min(rest.Length, 40)).IndexOfAny('）', ')') : -1;
        string inner = close > 1 ? rest[1..close].Trim() : "";
        string[] labels = ["本报记者", "新华社记者", "通讯员", "记者"];
        string? label = Array.Find(labels, l => inner.StartsWith(l, StringComparison.Ordinal));
        string names = inner[(label?.Length ?? 0)..].Trim();
        return names.Length > 0 && (label is not null || BylinePatterns.IsPerson(names)) ? names : null;
    }

    private static string Until(string text, string enders)
    {
        int end = text.AsSpan().IndexOfAny(enders);
        return end < 0 ? text : text[..end];
    }
}
