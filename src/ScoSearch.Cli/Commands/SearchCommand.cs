using System.CommandLine;
using System.Text.Json;
using ScoSearch.Cli.Output;
using ScoSearch.Core;
using ScoSearch.Core.Searching;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch search</c>: ranked paragraphs with their matches.</summary>
internal static class SearchCommand
{
    public static Command Create(CommandContext context)
    {
        SearchOptionSet options = new(context.Texts);
        Option<bool> citation = new("--citation")
        {
            Description = context.Texts.Of("附上引用格式（GB/T 7714）", "add how to cite each hit (GB/T 7714)"),
        };
        Option<string> format = context.Format("text", "json");
        Command search = new("search", context.Texts.Of("查找段落", "find paragraphs")) { context.Index, context.Dictionaries };
        options.AddTo(search);
        search.Options.Add(citation);
        search.Options.Add(format);
        search.SetAction(parse => Run(
            context, parse, options.ToRequest(parse), parse.GetValue(format) == "json", parse.GetValue(citation)));
        return search;
    }

    private static SearchResponse Ask(ScoSearchIndex index, SearchRequest request, CommandContext context)
    {
        try
        {
            return index.Search(request);
        }
        catch (SearchException mistake)
        {
            throw new UserErrorException(QueryErrorView.Describe(mistake, request, context));
        }
    }

    private static int Run(CommandContext context, ParseResult parse, SearchRequest request, bool asJson, bool withCitation)
    {
        using ScoSearchIndex index = context.OpenIndex(parse);
        SearchResponse response = Ask(index, request, context);
        if (asJson)
        {
            JsonOutput.Write(
                context.Terminal,
                JsonSerializer.SerializeToUtf8Bytes(response, SearchJsonContext.Readable.SearchResponse));
            JsonOutput.Write(context.Terminal, "\n"u8);
        }
        else
        {
            new SearchReport(context, withCitation).Write(response, request.Offset);
        }

        return response.Hits.Count > 0 ? ExitCodes.Success : ExitCodes.Nothing;
    }
}
