using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Http;
using ScoSearch.Api.Limits;
using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Endpoints;

/// <summary>The parameters of a search: what they are called, mean and allow, and the request they make. Thread-safe.</summary>
internal sealed class SearchParameters
{
    private static readonly string[] FieldNames = ["text", "title", "section"];
    private static readonly string[] FacetNames = ["document", "source", "kind", "year", "section"];

    private readonly LimitOptions _limits;

    public SearchParameters(IOptions<ServiceOptions> options)
    {
        _limits = options.Value.Limits;
        All = new ParameterSet(
            Query(_limits.MaxQueryLength),
            Choice("syntax", "simple", "查询语法", "how q is read", "simple", "lucene"),
            new Parameter("fields", ParameterKind.Choices, "在哪些字段中查找；默认全部", "where to look; default: everywhere") { Values = FieldNames },
            Choice("operator", "auto", "需要多少个词", "how many of the words are needed", "auto", "or", "and"),
            Filter(),
            Choice("sort", "score", "排序", "order of hits", "score", "date", "dateDescending", "dateAscending", "document"),
            new Parameter("facets", ParameterKind.Choices, "统计哪些分面", "facets to count") { Values = FacetNames },
            Whole("facetLimit", 20, 1, 1000, "每个分面最多列出多少个值", "most values of a facet"),
            Whole("offset", 0, 0, _limits.MaxWindow, "跳过前面多少个结果", "number of best hits to pass over"),
            Whole("limit", Math.Min(10, _limits.MaxLimit), 0, _limits.MaxLimit, "结果个数", "number of hits"),
            new Parameter("cursor", ParameterKind.Text, "上一页答复中的 next", "next of the page before") { Minimum = 1, Maximum = 1024 },
            Switch("collapse", "按文档归并", "best paragraphs of each document only"),
            Whole("groupLimit", 1, 1, 10, "归并时每个文档的段数", "paragraphs of each document when collapsed"),
            Whole("context", 0, 0, 10, "前后相邻段落数", "neighbouring paragraphs before and after"),
            Switch("highlight", "标出匹配", "mark matches", "true"),
            Tag("highlightPreTag", "<mark>", "匹配之前的标记", "put before a match"),
            Tag("highlightPostTag", "</mark>", "匹配之后的标记", "put after a match"),
            Whole("cropLength", 160, 20, 2000, "片段的最大长度", "longest fragment, in UTF-16 units"),
            Whole("fragments", 2, 1, 10, "片段个数", "most fragments of a snippet"),
            Choice("format", "html", "片段的格式", "how snippets are written", "html", "text"),
            new Parameter("minScore", ParameterKind.Number, "最低得分", "hits with a lower score are left out") { Default = "0", Maximum = 1e9 },
            Switch("explain", "说明得分", "say why a hit has its score"),
            Switch("profile", "说明用时", "say where the time went"),
            Whole("timeoutMs", _limits.SearchTimeoutMs, 1, _limits.SearchTimeoutMs, "时限，毫秒；到时返回已找到的", "time limit; then what was found is returned"),
            Language());
    }

    /// <summary>The parameters.</summary>
    public ParameterSet All { get; }

    /// <summary>The parameter <c>q</c>.</summary>
    public static Parameter Query(int maxLength) =>
        new("q", ParameterKind.Text, "要找什么", "what to look for") { Minimum = 1, Maximum = maxLength, IsRequired = true, Example = "上合组织 三股势力" };

    /// <summary>The parameter <c>filter</c>.</summary>
    public static Parameter Filter() =>
        new("filter", ParameterKind.Text, "条件，如 kind = body AND date >= 2023-01-01", "condition, such as kind = body AND date >= 2023-01-01")
        {
            Minimum = 1,
            Maximum = SearchRequest.MaxQueryLength,
        };

    /// <summary>The parameter <c>lang</c>.</summary>
    public static Parameter Language() => Choice(RequestLanguage.Parameter, null, "提示语言", "language of messages", "zh", "en");

    /// <summary>A parameter that is a whole number.</summary>
    public static Parameter Whole(string name, int standard, int minimum, int maximum, string chinese, string english) =>
        new(name, ParameterKind.Whole, chinese, english)
        {
            Default = standard.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Minimum = minimum,
            Maximum = maximum,
        };

    /// <summary>A parameter that is one of a few words.</summary>
    public static Parameter Choice(string name, string? standard, string chinese, string english, params string[] values) =>
        new(name, ParameterKind.Choice, chinese, english) { Default = standard, Values = values };

    /// <summary>The request; its numbers are within their ranges, except that of offset and limit together.</summary>
    public SearchRequest ToRequest(ParameterValues values, MessageLanguage language, out Problem? problem)
    {
        int limit = values.Whole("limit");
        problem = values.Whole("offset") + limit > _limits.MaxWindow ? WindowExceeded(_limits.MaxWindow) : null;
        return new SearchRequest(values.Text("q")!)
        {
            Syntax = values.Text("syntax") == "lucene" ? QuerySyntax.Lucene : QuerySyntax.Simple,
            Fields = values.Choices("fields"),
            Operator = values.Text("operator") switch { "and" => QueryOperator.And, "or" => QueryOperator.Or, _ => QueryOperator.Automatic },
            Filter = values.Text("filter"),
            MaxClauses = _limits.MaxClauses,
            Sort = values.Text("sort") switch
            {
                "date" or "dateDescending" => SearchSort.DateDescending,
                "dateAscending" => SearchSort.DateAscending,
                "document" => SearchSort.Document,
                _ => SearchSort.Score,
            },
            Facets = values.Choices("facets"),
            FacetLimit = values.Whole("facetLimit"),
            Offset = values.Whole("offset"),
            Limit = limit,
            Cursor = values.Text("cursor"),
            Collapse = values.Switch("collapse"),
            GroupLimit = values.Whole("groupLimit"),
            Context = values.Whole("context"),
            Highlight = values.Switch("highlight"),
            MinScore = (float)values.Number("minScore")!.Value,
            Explain = values.Switch("explain"),
            Profile = values.Switch("profile"),
            Timeout = TimeSpan.FromMilliseconds(values.Whole("timeoutMs")),
            Language = language,
            Snippets = new SnippetOptions
            {
                PreTag = values.Text("highlightPreTag")!,
                PostTag = values.Text("highlightPostTag")!,
                MaxFragmentLength = values.Whole("cropLength"),
                MaxFragments = values.Whole("fragments"),
                Format = values.Text("format") == "text" ? SnippetFormat.Text : SnippetFormat.Html,
            },
        };
    }

    private static Problem WindowExceeded(int window) => new(
        StatusCodes.Status400BadRequest,
        "window_exceeded",
        FormattableString.Invariant($"offset 与 limit 之和不能超过 {window}；更深处请用 cursor。"),
        FormattableString.Invariant($"offset and limit together must not exceed {window}; go deeper with cursor."))
    {
        Parameter = "offset",
    };

    private static Parameter Switch(string name, string chinese, string english, string standard = "false") =>
        new(name, ParameterKind.Switch, chinese, english) { Default = standard };

    private static Parameter Tag(string name, string standard, string chinese, string english) =>
        new(name, ParameterKind.Text, chinese, english) { Default = standard, Maximum = 100 };
}
