using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json;
using ScoSearch.Cli.Output;
using ScoSearch.Core;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Searching;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch search</c>: ranked paragraphs with their matches.</summary>
internal sealed class SearchCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string> _query;
    private readonly Option<int> _limit;
    private readonly Option<int> _offset;
    private readonly Option<int> _neighbours;
    private readonly Option<string> _format;

    private SearchCommand(CommandContext context)
    {
        _context = context;
        Texts texts = context.Texts;
        _query = new Argument<string>("QUERY")
        {
            Description = texts.Of("要找的话；引号里的要连在一起，前面有减号的不要", "what to look for; quoted text stands together, a minus sign excludes"),
        };
        _limit = Number("--limit", 10, texts.Of("最多几条（默认 10）", "most hits (default 10)"), "-n");
        _offset = Number("--offset", 0, texts.Of("跳过前几条", "hits to pass over"));
        _neighbours = Number("--context", 0, texts.Of("前后各附几段", "neighbouring paragraphs to show"), "-C");
        _format = context.Format("text", "json");
    }

    public static Command Create(CommandContext context)
    {
        SearchCommand command = new(context);
        Command search = new("search", context.Texts.Of("查找段落", "find paragraphs"))
        {
            command._query, context.Index, context.Dictionaries, command._limit, command._offset, command._neighbours,
            command._format,
        };
        search.SetAction(command.Run);
        return search;
    }

    private static Option<int> Number(string name, int value, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };

    private int Run(ParseResult parse)
    {
        SearchRequest request = new(parse.GetRequiredValue(_query))
        {
            Limit = parse.GetValue(_limit),
            Offset = parse.GetValue(_offset),
            Context = parse.GetValue(_neighbours),
        };
        string? dictionaries = _context.DictionaryPathOf(parse);
        using ScoSearchIndex index = ScoSearchIndex.Open(
            _context.IndexPathOf(parse), dictionaries is null ? null : DictionarySet.Load(dictionaries));
        SearchResponse response = index.Search(request);
        if (parse.GetValue(_format) == "json")
        {
            JsonOutput.Write(
                _context.Terminal,
                JsonSerializer.SerializeToUtf8Bytes(response, SearchJsonContext.Readable.SearchResponse));
            JsonOutput.Write(_context.Terminal, "\n"u8);
        }
        else
        {
            WriteText(response, request.Offset);
        }

        return response.Hits.Count > 0 ? ExitCodes.Success : ExitCodes.Nothing;
    }

    private void WriteText(SearchResponse response, int offset)
    {
        Texts texts = _context.Texts;
        Style style = new(_context.Terminal.HasColor);
        StreamWriter output = _context.Terminal.Out;
        int rank = offset;
        foreach (SearchHit hit in response.Hits)
        {
            string score = hit.Score.ToString("0.00", CultureInfo.InvariantCulture);
            string place = hit.Paragraph.Section is string section ? " › " + section : "";
            output.WriteLine($"{++rank,3}. {style.Bold(hit.Document.Title ?? hit.Document.Id)}{style.Dim(place)}");
            output.WriteLine(style.Path($"     {hit.Document.Id}#{hit.Paragraph.Number}")
                + style.Dim(Describe(hit) + texts.Of("  得分 ", "  score ") + score));
            foreach (ContextParagraph before in hit.Context.Where(c => c.Number < hit.Paragraph.Number))
            {
                output.WriteLine("     " + style.Dim(before.Text));
            }

            output.WriteLine("     " + Mark(hit, style));
            foreach (ContextParagraph after in hit.Context.Where(c => c.Number > hit.Paragraph.Number))
            {
                output.WriteLine("     " + style.Dim(after.Text));
            }

            output.WriteLine();
        }

        string took = response.TookMs.ToString("0.0", CultureInfo.InvariantCulture);
        string about = response.Total.Relation == "gte" ? "+" : "";
        output.WriteLine(style.Dim(texts.Of(
            $"共 {response.Total.Value}{about} 段，{took} 毫秒", $"{response.Total.Value}{about} paragraphs, {took} ms")));
        if (response.DidYouMean is string suggestion)
        {
            output.WriteLine(texts.Of("您要找的是：", "did you mean: ") + suggestion);
        }
    }

    private string Describe(SearchHit hit)
    {
        StringBuilder place = new();
        if (hit.Paragraph.Page is int page)
        {
            place.Append(CultureInfo.InvariantCulture, $"  {_context.Texts.Of("页", "page")} {page}");
        }

        if (hit.Paragraph.FirstLine is int line)
        {
            place.Append(CultureInfo.InvariantCulture, $"  {_context.Texts.Of("行", "line")} {line}");
        }

        if (hit.Document.Date is string date)
        {
            place.Append("  ").Append(date);
        }

        return place.ToString();
    }

    // Matches in colour; where there are no colours, the text stands as it is.
    private static string Mark(SearchHit hit, Style style)
    {
        StringBuilder marked = new();
        int at = 0;
        foreach (Highlight match in hit.Highlights.Where(h => h.Field == "text").OrderBy(h => h.Start))
        {
            if (match.Start >= at)
            {
                marked.Append(hit.Text, at, match.Start - at)
                    .Append(style.Match(hit.Text.Substring(match.Start, match.Length)));
                at = match.Start + match.Length;
            }
        }

        return marked.Append(hit.Text, at, hit.Text.Length - at).Replace('\n', ' ').ToString();
    }
}
