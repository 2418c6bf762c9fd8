using ScoSearch.Api.Http;
using ScoSearch.Api.Limits;
using ScoSearch.Api.OpenApi;
using ScoSearch.Api.Security;
using ScoSearch.Core;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Reading;
using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Endpoints;

/// <summary>Reading documents and paragraphs, and finding paragraphs like one.</summary>
internal static class DocumentEndpoints
{
    private const int IdSegment = 2;

    private static readonly ParameterSet ListParameters = new(
        SearchParameters.Filter(),
        SearchParameters.Whole("offset", 0, 0, int.MaxValue, "跳过前面多少个文档", "number of documents to pass over"),
        SearchParameters.Whole("limit", 50, 1, DocumentListRequest.MaxLimit, "文档个数", "number of documents"),
        SearchParameters.Language());

    private static readonly ParameterSet DocumentParameters = new(SearchParameters.Language());

    private static readonly ParameterSet RangeParameters = new(
        SearchParameters.Whole("from", 1, 1, int.MaxValue, "从第几段起", "lowest paragraph number"),
        SearchParameters.Whole("to", int.MaxValue, 1, int.MaxValue, "到第几段止；一次最多 1000 段", "highest paragraph number; at most 1,000 paragraphs at once"),
        SearchParameters.Choice("kind", null, "只要这一类", "only this kind", [.. Enum.GetValues<ParagraphKind>().Select(kind => kind.NameOf())]),
        SearchParameters.Language());

    private static readonly ParameterSet ParagraphParameters = new(
        SearchParameters.Whole("context", 0, 0, ScoSearchIndex.MaxContext, "前后相邻段落数", "neighbouring paragraphs before and after"),
        SearchParameters.Language());

    private static readonly ParameterSet SimilarParameters = new(
        SearchParameters.Whole("limit", 10, 1, SearchRequest.MaxLimit, "结果个数", "number of hits"),
        SearchParameters.Filter(),
        new Parameter("otherDocumentsOnly", ParameterKind.Switch, "只找其他文档", "leave the same document out") { Default = "false" },
        SearchParameters.Language());

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/v1/documents", "Documents", "文档列表 · List documents", ListParameters, ListDocuments).Answers<DocumentList>();
        Map(routes, "/v1/documents/{id}", "Document", "一个文档 · A document", DocumentParameters, FindDocument).Answers<DocumentEntry>(404);
        Map(routes, "/v1/documents/{id}/paragraphs", "Paragraphs", "文档的段落 · Paragraphs of a document", RangeParameters, ReadParagraphs)
            .Answers<IReadOnlyList<ParagraphEntry>>(404);
        Map(routes, "/v1/paragraphs/{paragraphId}", "Paragraph", "一个段落 · A paragraph", ParagraphParameters, FindParagraph).Answers<ParagraphEntry>(404);
        Map(routes, "/v1/similar/{paragraphId}", "Similar", "相似的段落 · Paragraphs like one", SimilarParameters, FindSimilar).Answers<SearchResponse>(404);
    }

    private static RouteHandlerBuilder Map(
        IEndpointRouteBuilder routes,
        string pattern,
        string name,
        string summary,
        ParameterSet parameters,
        Func<HttpContext, ScoSearchIndex, ParameterValues, IResult> answer) => routes
        .MapGet(pattern, async (HttpContext context, SnapshotReader snapshots) =>
        {
            (ParameterValues? values, Problem? problem) =
                await RequestParameters.ReadAsync(context.Request, parameters, 0, context.RequestAborted);
            return values is null ? problem! : await snapshots.ReadAsync(context, index => answer(context, index, values));
        })
        .WithName(name)
        .WithTags("documents")
        .WithSummary(summary)
        .WithParameters(parameters)
        .WithMetadata(CachedByGeneration.Mark)
        .RequireScope(AccessScope.Search);

    private static IResult ListDocuments(HttpContext context, ScoSearchIndex index, ParameterValues values)
    {
        DocumentListRequest request = new()
        {
            Filter = values.Text("filter"),
            Offset = values.Whole("offset"),
            Limit = values.Whole("limit"),
        };
        return JsonAnswer.Ok(index.ListDocuments(request, context.RequestAborted), SearchJsonContext.Readable.DocumentList);
    }

    private static IResult FindDocument(HttpContext context, ScoSearchIndex index, ParameterValues values) =>
        index.GetDocument(RouteId.Read(context, IdSegment)) is { } document
            ? JsonAnswer.Ok(document, SearchJsonContext.Readable.DocumentEntry)
            : DocumentProblems.NoDocument();

    private static IResult ReadParagraphs(HttpContext context, ScoSearchIndex index, ParameterValues values)
    {
        string id = RouteId.Read(context, IdSegment);
        IReadOnlyList<ParagraphEntry> paragraphs = index.GetParagraphs(
            id, values.Whole("from"), values.Whole("to"), values.Text("kind"), context.RequestAborted);
        return paragraphs.Count > 0 || index.GetDocument(id) is not null
            ? JsonAnswer.Ok(paragraphs, SearchJsonContext.Readable.IReadOnlyListParagraphEntry)
            : DocumentProblems.NoDocument();
    }

    private static IResult FindParagraph(HttpContext context, ScoSearchIndex index, ParameterValues values) =>
        index.GetParagraph(RouteId.Read(context, IdSegment), values.Whole("context")) is { } paragraph
            ? JsonAnswer.Ok(paragraph, SearchJsonContext.Readable.ParagraphEntry)
            : DocumentProblems.NoParagraph();

    private static IResult FindSimilar(HttpContext context, ScoSearchIndex index, ParameterValues values)
    {
        SimilarRequest request = new()
        {
            Limit = values.Whole("limit"),
            Filter = values.Text("filter"),
            OtherDocumentsOnly = values.Switch("otherDocumentsOnly"),
            Language = RequestLanguage.Of(context.Request),
        };
        return index.Similar(RouteId.Read(context, IdSegment), request, context.RequestAborted) is { } answer
            ? JsonAnswer.Ok(answer, SearchJsonContext.Readable.SearchResponse)
            : DocumentProblems.NoParagraph();
    }
}
