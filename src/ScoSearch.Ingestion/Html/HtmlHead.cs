using System.Buffers;
using System.Text;
using AngleSharp.Dom;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Text;

namespace ScoSearch.Ingestion.Html;

/// <summary>Reads author, source and date from the line that pages show below the title, where it is no part of the main text.</summary>
internal static class HtmlHead
{
    private const int MaxLength = 60;
    private const int MaxTitle = 160;
    private const int MaxElements = 400; // between the title and the text; further away it is another text's line
    private const int MaxValue = 24;

    private const int MaxNodes = 64;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \u3000|｜；;，,");
    private static readonly string[] SourceLabels = ["来源：", "来源:", "稿源：", "来源于：", "信息来源：", "文章来源：", "來源："];
    private static readonly string[] AuthorLabels = ["作者：", "作者:", "记者：", "文：", "撰稿：", "记者 ", "文/", "文／"];

    /// <summary>The values found between a title and the main text.</summary>
    /// <param name="body">Body of the page.</param>
    /// <param name="main">The main text.</param>
    /// <param name="title">The title as text.</param>
    public static DocumentMetadata Of(IElement body, IElement main, string title)
    {
        MetadataCollector found = new(MetadataOrigin.Text);
        int after = MaxElements;
        foreach (IElement element in body.QuerySelectorAll("*"))
        {
            if (element == main)
            {
                break;
            }

            if (element.Children.Length < 4 && IsTitle(element, title))
            {
                after = 0;
            }
            else if (++after < MaxElements && element.TagName is not ("A" or "SCRIPT" or "STYLE") && !element.Contains(main))
            {
                Add(found, Text(element));
            }
        }

        return found.ToMetadata();
    }

    private static bool IsTitle(IElement element, string title) => element.TagName is not ("A" or "SCRIPT" or "STYLE")
        && title.Length > 3 && element.Closest("a") is null && Text(element).Equals(title, StringComparison.Ordinal);

    private static void Add(MetadataCollector found, string text)
    {
        if (text.Length is 0 or > MaxLength)
        {
            return;
        }

        // a date with a day, not a year in a headline
        string? date = ChineseDate.Find(text, out int start, out _);
        found.Add("date", date is { Length: 10 } && start < MaxValue ? date : null);
        found.Add("source", ValueOf(text, SourceLabels));
        found.Add("author", ValueOf(text, AuthorLabels));
    }

    private static string? ValueOf(string text, string[] labels)
    {
        foreach (string label in labels)
        {
            int at = text.IndexOf(label, StringComparison.Ordinal);
            if (at >= 0)
            {
                ReadOnlySpan<char> value = text.AsSpan(at + label.Length).TrimStart();
                int end = value.IndexOfAny(ValueEnds);
                value = (end < 0 ? value : value[..end]).Trim("《》");
                return value.Length is > 0 and <= MaxValue ? value.ToString() : null;
            }
        }

        return null;
    }

    // The text with single blanks; empty when it is long, without looking at all of it.
    private static string Text(IElement element)
    {
        StringBuilder text = new();
        int nodes = 0;
        foreach (INode node in element.Descendants())
        {
            if (++nodes > MaxNodes || text.Length > MaxTitle)
            {
                return "";
            }

            if (node is IText part && part.ParentElement?.TagName is not ("SCRIPT" or "STYLE"))
            {
                text.Append(' ').AppendJoin(' ', part.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
