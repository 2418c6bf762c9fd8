using ScoSearch.Cli.Output;
using ScoSearch.Core.Searching;
using Spectre.Console.Rendering;

namespace ScoSearch.Cli.Commands;

/// <summary>Shows where a query or filter is wrong: the text, and a caret below the place.</summary>
internal static class QueryErrorView
{
    // Characters shown before and behind the place.
    private const int Around = 30;

    /// <summary>The message, and the place when it is known.</summary>
    public static string Describe(SearchException mistake, SearchRequest request, Texts texts)
    {
        string message = mistake.MessageIn(texts.IsChinese ? MessageLanguage.Chinese : MessageLanguage.English);
        string? text = mistake.Parameter == "filter" ? request.Filter : request.Query;
        return mistake.Position is { } position && text is not null && position <= text.Length
            ? message + Environment.NewLine + PointAt(text, position)
            : message;
    }

    private static string PointAt(string text, int position)
    {
        int start = Math.Max(0, position - Around);
        int end = Math.Min(text.Length, position + Around);
        start -= start > 0 && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        string before = (start > 0 ? "…" : "") + OneLine(text[start..position]);
        string behind = OneLine(text[position..end]) + (end < text.Length ? "…" : "");

        // Chinese characters take two columns.
        int columns = new Segment(before).CellCount();
        return $"  {before}{behind}{Environment.NewLine}  {new string(' ', columns)}^";
    }

    private static string OneLine(string text) => VisibleText.Of(text).Replace('\t', ' ');
}
