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

    /// <summary>Whether a line is <c>+1</c>, left behind by a button.</summary>
    public static bool IsCounter(string text) =>
        text.Trim() is ['+' or '＋', .. var digits] && digits.Length is > 0 and < 7 && digits.All(char.IsAsciiDigit);

    private static bool NamesSomebody(string text) => text.StartsWith("记者", StringComparison.Ordinal)
        || text.AsSpan().IndexOfAny('：', ':') is > 0 and int at && at + 1 < text.Length;
}
