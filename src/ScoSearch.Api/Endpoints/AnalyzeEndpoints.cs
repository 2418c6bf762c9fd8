using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Http;
using ScoSearch.Api.OpenApi;
using ScoSearch.Api.Security;
using ScoSearch.Core.Analyzing;
using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Endpoints;

/// <summary>Shows how a query and a paragraph are cut, and why they fit or not.</summary>
internal static class AnalyzeEndpoints
{
    private static readonly ParameterSet Parameters = new(
        new Parameter("q", ParameterKind.Text, "查询", "a query") { Minimum = 1, Maximum = SearchRequest.MaxQueryLength },
        SearchParameters.Choice("syntax", "simple", "查询语法", "how q is read", "simple", "lucene"),
        new Parameter("text", ParameterKind.Text, "文本", "a text") { Maximum = AnalysisRequest.MaxTextLength },
        new Parameter("paragraphId", ParameterKind.Text, "段落编号", "id of a paragraph") { Minimum = 1, Maximum = 4096 },
        SearchParameters.Language());

    public static void MapAnalyze(this IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/analyze", Analyze)
        .WithName("Analyze")
        .WithTags("search")
        .WithSummary("查询与段落如何切分，为何匹配 · How a query and a paragraph are cut, and why they fit")
        .WithParameters(Parameters)
        .Answers<AnalysisView>(404, 413, 415)
        .RequireScope(AccessScope.Search);

    private static async Task<IResult> Analyze(HttpContext context, SnapshotReader snapshots, IOptions<ServiceOptions> options)
    {
        (ParameterValues? values, Problem? problem) = await RequestParameters.ReadAsync(
            context.Request, Parameters, options.Value.Limits.MaxBodyInBytes, context.RequestAborted);
        if (values is null)
        {
            return problem!;
        }

        AnalysisRequest request = new()
        {
            Query = values.Text("q"),
            Syntax = values.Text("syntax") == "lucene" ? QuerySyntax.Lucene : QuerySyntax.Simple,
            Text = values.Text("text"),
            ParagraphId = values.Text("paragraphId"),
            Language = RequestLanguage.Read(values.Text(RequestLanguage.Parameter)) ?? RequestLanguage.Of(context.Request),
        };
        return await snapshots.ReadAsync(context, index => index.Analyze(request) is { } view
            ? JsonAnswer.Ok(view, SearchJsonContext.Readable.AnalysisView)
            : DocumentProblems.NoParagraph());
    }
}
