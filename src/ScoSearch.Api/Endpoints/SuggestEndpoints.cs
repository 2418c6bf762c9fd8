using System.Diagnostics;
using ScoSearch.Api.Http;
using ScoSearch.Api.Limits;
using ScoSearch.Api.OpenApi;
using ScoSearch.Api.Security;
using ScoSearch.Api.Telemetry;
using ScoSearch.Core;
using ScoSearch.Core.Searching;
using ScoSearch.Core.Suggesting;

namespace ScoSearch.Api.Endpoints;

/// <summary>Completions of what was typed so far.</summary>
internal static class SuggestEndpoints
{
    private static readonly ParameterSet Parameters = new(
        SearchParameters.Query(SuggestRequest.MaxTextLength),
        SearchParameters.Whole("limit", 10, 1, SuggestRequest.MaxLimit, "个数", "number of completions"),
        SearchParameters.Language());

    public static void MapSuggest(this IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/suggest", Suggest)
        .WithName("Suggest")
        .WithTags("search")
        .WithSummary("补全输入（汉字、拼音、首字母） · Complete what was typed (characters, pinyin, first letters)")
        .WithParameters(Parameters)
        .Answers<SuggestResponse>()
        .WithMetadata(CachedByGeneration.Mark)
        .RequireScope(AccessScope.Search);

    private static async Task<IResult> Suggest(HttpContext context, SnapshotReader snapshots, ServiceMetrics metrics)
    {
        (ParameterValues? values, Problem? problem) = await RequestParameters.ReadAsync(context.Request, Parameters, 0, context.RequestAborted);
        return values is null ? problem! : await snapshots.ReadAsync(context, index => Answer(context, index, values, metrics));
    }

    private static IResult Answer(HttpContext context, ScoSearchIndex index, ParameterValues values, ServiceMetrics metrics)
    {
        using Activity? activity = ServiceMetrics.Activities.StartActivity("scosearch.suggest");
        long started = Stopwatch.GetTimestamp();
        SuggestRequest request = new(values.Text("q")!) { Limit = values.Whole("limit") };
        SuggestResponse answer = index.Suggest(request, context.RequestAborted);
        metrics.Suggested(Stopwatch.GetElapsedTime(started));
        return JsonAnswer.Ok(answer, SearchJsonContext.Readable.SuggestResponse);
    }
}
