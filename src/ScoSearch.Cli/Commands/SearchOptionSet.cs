using System.CommandLine;
using ScoSearch.Core;
using ScoSearch.Core.Searching;

namespace ScoSearch.Cli.Commands;

/// <summary>The options of <c>scosearch search</c> and the request they make.</summary>
internal sealed class SearchOptionSet
{
    private static readonly Dictionary<string, SearchSort> Sorts = new(StringComparer.Ordinal)
    {
        ["score"] = SearchSort.Score,
        ["date"] = SearchSort.DateDescending,
        ["date-asc"] = SearchSort.DateAscending,
        ["document"] = SearchSort.Document,
    };

    // What the request allows.
    private const int MostFacetValues = 1000;
    private const int MostOfDocument = 10;
    private const int MostMilliseconds = 3_600_000;

    private readonly MessageLanguage _language;
    private readonly Argument<string> _query;
    private readonly Option<int> _limit;
    private readonly Option<int> _offset;
    private readonly Option<int> _neighbours;
    private readonly Option<string?> _filter;
    private readonly Option<string> _syntax;
    private readonly Option<string> _operator;
    private readonly Option<string[]> _fields;
    private readonly Option<int?> _timeout;
    private readonly Option<string> _sort;
    private readonly Option<string[]> _facets;
    private readonly Option<int> _facetLimit;
    private readonly Option<int?> _collapse;
    private readonly Option<string?> _cursor;
    private readonly Option<float> _minScore;
    private readonly Option<bool> _explain;
    private readonly Option<bool> _profile;

    public SearchOptionSet(Texts texts)
    {
        _language = texts.IsChinese ? MessageLanguage.Chinese : MessageLanguage.English;
        _query = new Argument<string>("QUERY")
        {
            Description = texts.Of("要找的话；引号里的要连在一起，前面有减号的不要", "what to look for; quoted text stands together, a minus sign excludes"),
        };
        _limit = NumberOption.Create(
            texts, "--limit", 10, (0, SearchRequest.MaxLimit), texts.Of("最多几条（默认 10）", "most hits (default 10)"), "-n");
        _offset = NumberOption.Create(
            texts, "--offset", 0, (0, SearchRequest.MaxWindow), texts.Of("跳过前几条", "hits to pass over"));
        _neighbours = NumberOption.Create(
            texts, "--context", 0, (0, ScoSearchIndex.MaxContext), texts.Of("前后各附几段", "neighbouring paragraphs to show"), "-C");
        _filter = Text("--filter", "CONDITION", texts.Of("命中必须满足的条件，如 kind = body", "condition that hits must meet, such as kind = body"));
        _syntax = OneOf("--syntax", texts.Of("怎样读查询", "how the query is read"), "simple", "lucene");
        _operator = OneOf("--operator", texts.Of("需要多少个词", "how many of the words are needed"), "auto", "or", "and");
        _fields = new Option<string[]>("--fields")
        {
            Description = texts.Of(
                "在哪些字段中找：text、title、section，逗号分隔", "where to look: text, title, section; separated by commas"),
            HelpName = "NAMES",
        };
        _timeout = new Option<int?>("--timeout")
        {
            Description = texts.Of("时限，毫秒；到时显示已找到的", "time limit in milliseconds; then what was found is shown"),
            HelpName = "MS",
        };
        _timeout.Validators.Add(result => NumberOption.Check(result, "--timeout", (1, MostMilliseconds), texts));
        _sort = OneOf("--sort", texts.Of("排序", "order of hits"), [.. Sorts.Keys]);
        _facets = new Option<string[]>("--facets")
        {
            Description = texts.Of(
                "分面计数：document、source、kind、year、section，逗号分隔",
                "facets to count: document, source, kind, year, section; separated by commas"),
            HelpName = "NAMES",
        };
        _facetLimit = NumberOption.Create(
            texts, "--facet-limit", 20, (1, MostFacetValues), texts.Of("每个分面最多几个值", "most values of a facet"));
        _collapse = new Option<int?>("--collapse")
        {
            Description = texts.Of("每篇只留最好的几段（默认 1）", "keep only the best paragraphs of each document (default 1)"),
            HelpName = "N",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => result.Tokens.Count == 0 ? 1
                : int.TryParse(result.Tokens[0].Value, out int limit) ? limit
                : Fail(result, texts),
        };
        _collapse.Validators.Add(result => NumberOption.Check(result, "--collapse", (1, MostOfDocument), texts));
        _cursor = Text("--cursor", "CURSOR", texts.Of("上一页给出的翻页游标", "cursor that the page before gave"));
        _minScore = new Option<float>("--min-score")
        {
            Description = texts.Of("得分更低的不要", "leave out hits with a lower score"),
            HelpName = "SCORE",
        };
        _explain = Flag("--explain", texts.Of("说明每条得分的由来", "say where each score comes from"));
        _profile = Flag("--profile", texts.Of("说明时间用在哪里", "say where the time went"));
    }

    /// <summary>Adds everything to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_query);
        foreach (Option option in (Option[])
            [
                _limit, _offset, _neighbours, _filter, _syntax, _operator, _fields, _timeout, _sort, _facets, _facetLimit, _collapse, _cursor, _minScore,
                _explain, _profile,
            ])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The request.</summary>
    public SearchRequest ToRequest(ParseResult parse)
    {
        int? collapse = parse.GetValue(_collapse);
        return new SearchRequest(parse.GetRequiredValue(_query))
        {
            Limit = parse.GetValue(_limit),
            Offset = parse.GetValue(_offset),
            Context = parse.GetValue(_neighbours),
            Filter = parse.GetValue(_filter),
            Syntax = parse.GetValue(_syntax) == "lucene" ? QuerySyntax.Lucene : QuerySyntax.Simple,
            Operator = parse.GetValue(_operator) switch
            {
                "and" => QueryOperator.And,
                "or" => QueryOperator.Or,
                _ => QueryOperator.Automatic,
            },
            Fields = SplitNames(parse.GetValue(_fields)),
            Timeout = parse.GetValue(_timeout) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            Sort = Sorts[parse.GetValue(_sort)!],
            Facets = SplitNames(parse.GetValue(_facets)),
            FacetLimit = parse.GetValue(_facetLimit),
            Collapse = collapse is not null,
            GroupLimit = collapse ?? 1,
            Cursor = parse.GetValue(_cursor),
            MinScore = parse.GetValue(_minScore),
            Explain = parse.GetValue(_explain),
            Profile = parse.GetValue(_profile),
            Language = _language,
        };
    }

    private static string[] SplitNames(string[]? lists) =>
        [.. (lists ?? []).SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    private static Option<string> OneOf(string name, string description, params string[] values)
    {
        Option<string> option = new(name)
        {
            Description = description,
            HelpName = string.Join('|', values),
            DefaultValueFactory = _ => values[0],
        };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static int? Fail(System.CommandLine.Parsing.ArgumentResult result, Texts texts)
    {
        result.AddError(texts.Of("--collapse 后面应是 1 至 10 的整数", "--collapse takes a whole number from 1 to 10"));
        return null;
    }
}
