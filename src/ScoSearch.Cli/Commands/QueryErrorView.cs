using ScoSearch.Cli.Output;
using ScoSearch.Core.Searching;

namespace ScoSearch.Cli.Commands;

/// <summary>Shows where a query or filter is wrong: the text, and a caret below the place.</summary>
internal static class QueryErrorView
{
    /// <summary>The message, and the place when it is known.</summary>
    public static string Describe(SearchException mistake, SearchRequest request, CommandContext context)
    {
        string message = mistake.MessageIn(context.Texts.IsChinese ? MessageLanguage.Chinese : MessageLanguage.English);
        string? text = mistake.Parameter == "filter" ? request.Filter : request.Query;
        return mistake.Position is { } position && text is not null && position <= text.Length
            ? message + "\n" + CaretLine.Under(text, position, context.Terminal.ErrorColumns)
            : message;
    }
}
