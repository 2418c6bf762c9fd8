using AngleSharp.Dom;

namespace ScoSearch.Ingestion.Html;

/// <summary>Tells labels of page machinery that stand inside the main text: <c>图集</c>, <c>分享到：</c>, <c>+1</c>.</summary>
/// <remarks>
/// Where paragraphs are elements of their own, a word or two outside of any is the label of a viewer, a button or a list.
/// </remarks>
/// <param name="main">The element that holds the main text.</param>
internal sealed class HtmlWidgets(IElement main)
{
    private const int MaxLabel = 6;
    private const int MinParagraphs = 3;
    private const int MinParagraph = 16;

    private static readonly HashSet<string> Holders = new(StringComparer.Ordinal)
    {
        "P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "DD", "DT", "TD", "TH", "BLOCKQUOTE", "FIGCAPTION", "CAPTION", "PRE", "STRONG", "B", "TIME",
    };

    private const int MaxNavigation = 8;

    private static readonly string[] Labels =
    [
        "相关阅读", "相关新闻", "相关链接", "相关报道", "相关文章", "延伸阅读", "更多阅读", "推荐阅读", "往期回顾", "热门推荐", "猜你喜欢", "标签", "上一篇", "下一篇",
        "上一条", "下一条", "返回顶部", "返回列表", "分享到", "扫一扫", "责编推荐", "点击下载", "查看原文", "阅读原文", "打印本页", "关闭窗口",
    ];

    private static readonly string[] Files = [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".rar", ".wps", ".ofd", ".ppt", ".pptx"];

    private readonly bool _hasParagraphs = main.QuerySelectorAll("p").Count(p => p.TextContent.Trim().Length >= MinParagraph) >= MinParagraphs;

    /// <summary>Whether a line is such a label.</summary>
    /// <param name="line">Its text.</param>
    /// <param name="element">The element it begins in.</param>
    public bool IsLabel(string line, IElement? element)
    {
        string text = line.Trim();
        if (!_hasParagraphs || element is null || text.Length is 0 or > MaxLabel || text.Any(char.IsAsciiDigit) || NamesSomebody(text))
        {
            return false;
        }

        for (IElement? at = element; at is not null && at != main; at = at.ParentElement)
        {
            if (Holders.Contains(at.TagName))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a line is nothing but links to other texts, or the label of such: <c>相关阅读：</c>, <c>下一篇：…</c>. Files
    /// to take along with the text stay.
    /// </summary>
    /// <param name="line">Its text.</param>
    /// <param name="linked">Number of its characters that are links, blanks aside.</param>
    public bool LeadsElsewhere(string line, int linked)
    {
        string text = line.Trim();
        if (!_hasParagraphs || text.Length == 0)
        {
            return false;
        }

        bool labelled = Array.Exists(Labels, l => text.StartsWith(l, StringComparison.Ordinal));
        if (labelled && (linked > 0 || text.Length <= MaxNavigation))
        {
            return true;
        }

        bool file = text.StartsWith("附件", StringComparison.Ordinal) || Array.Exists(Files, f => text.EndsWith(f, StringComparison.OrdinalIgnoreCase));
        return linked > 0 && !file && linked >= text.Count(c => !char.IsWhiteSpace(c)) && text[^1] is not ('。' or '！' or '；' or '，');
    }

    /// <summary>Whether a line is <c>+1</c>, left behind by a button.</summary>
    public static bool IsCounter(string text) =>
        text.Trim() is ['+' or '＋', .. var digits] && digits.Length is > 0 and < 7 && digits.All(char.IsAsciiDigit);

    private static bool NamesSomebody(string text) => text.StartsWith("记者", StringComparison.Ordinal)
        || text.AsSpan().IndexOfAny('：', ':') is > 0 and int at && at + 1 < text.Length;
}
