using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ScoSearch.Cli.Output;
using ScoSearch.Core;
using ScoSearch.Core.Searching;
using ScoSearch.Core.Suggesting;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch suggest</c>: how a query may go on.</summary>
internal static class SuggestCommand
{
    public static Command Create(CommandContext context)
    {
        Texts texts = context.Texts;
        Argument<string> prefix = new("PREFIX")
        {
            Description = texts.Of("已输入的字、拼音或拼音首字母", "what was typed: characters, pinyin or first letters"),
        };
        Option<int> limit = NumberOption.Create(
            texts, "--limit", 10, (1, SuggestRequest.MaxLimit), texts.Of("最多几条，1 到 50（默认 10）", "most suggestions, 1 to 50 (default 10)"), "-n");
        Option<string> format = context.Format("text", "json");
        Command suggest = new("suggest", texts.Of("补全词语、名称、标题", "complete terms, names and titles"))
        {
            prefix, context.Index, context.Dictionaries, limit, format,
        };
        suggest.SetAction(parse => Run(
            context,
            parse,
            new SuggestRequest(parse.GetRequiredValue(prefix)) { Limit = parse.GetValue(limit) },
            parse.GetValue(format) == "json"));
        return suggest;
    }

    private static int Run(CommandContext context, ParseResult parse, SuggestRequest request, bool json)
    {
        using ScoSearchIndex index = context.OpenIndex(parse);
        SuggestResponse response = index.Suggest(request);
        if (json)
        {
            JsonOutput.Write(
                context.Terminal,
                JsonSerializer.SerializeToUtf8Bytes(response, SearchJsonContext.Readable.SuggestResponse));
            JsonOutput.Write(context.Terminal, "\n"u8);
        }
        else if (context.Terminal.IsOutputTerminal)
        {
            Texts texts = context.Texts;
            TableView.Write(
                context.Terminal,
                [(texts.Of("补全", "completion"), false), (texts.Of("类别", "kind"), false), (texts.Of("段落", "paragraphs"), true)],
                response.Suggestions.Select(suggestion => (string[])
                [
                    suggestion.Text, Describe(suggestion.Kind, texts), suggestion.Count.ToString("N0", CultureInfo.InvariantCulture),
                ]));
        }
        else
        {
            foreach (Suggestion suggestion in response.Suggestions)
            {
                context.Terminal.Out.WriteLine($"{suggestion.Text}\t{Describe(suggestion.Kind, context.Texts)}\t{suggestion.Count}");
            }
        }

        return response.Suggestions.Count > 0 ? ExitCodes.Success : ExitCodes.Nothing;
    }

    private static string Describe(string kind, Texts texts) => kind switch
    {
        "term" => texts.Of("术语", "term"),
        "name" => texts.Of("名称", "name"),
        "title" => texts.Of("标题", "title"),
        _ => texts.Of("词", "word"),
    };
}
