using System.Diagnostics;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Http;
using ScoSearch.Api.Limits;
using ScoSearch.Api.OpenApi;
using ScoSearch.Api.Security;
using ScoSearch.Api.Telemetry;
using ScoSearch.Core;
using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Endpoints;

/// <summary>Ranked, highlighted search over paragraphs.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder routes) => routes
        .MapMethods("/v1/search", ["GET", "POST"], Search)
        .WithName("Search")
        .WithTags("search")
        .WithSummary("检索段落 · Search paragraphs")
        .WithParameters<SearchParameters>(parameters => parameters.All)
        .Answers<SearchResponse>(410, 413, 415)
        .WithMetadata(CachedByGeneration.Mark)
        .RequireScope(AccessScope.Search);

    private static async Task<IResult> Search(
        HttpContext context,
        SearchParameters parameters,
        SnapshotReader snapshots,
        SearchRecorder recorder,
        IOptions<ServiceOptions> options)
    {
        CancellationToken cancellation = context.RequestAborted;
        (ParameterValues? values, Problem? problem) = await RequestParameters.ReadAsync(
            context.Request, parameters.All, options.Value.Limits.MaxBodyInBytes, cancellation);
        if (values is null)
        {
            return problem!;
        }

        MessageLanguage language = RequestLanguage.Read(values.Text(RequestLanguage.Parameter)) ?? RequestLanguage.Of(context.Request);
        SearchRequest request = parameters.ToRequest(values, language, out problem);
        return problem ?? await snapshots.ReadAsync(context, index => Answer(context, index, request, recorder));
    }

    private static IResult Answer(HttpContext context, ScoSearchIndex index, SearchRequest request, SearchRecorder recorder)
    {
        using Activity? activity = recorder.Begin(request);
        long started = Stopwatch.GetTimestamp();
        SearchResponse answer;
        try
        {
            // Always profiled: how long reading the query took is measured for every search.
            answer = index.Search(request with { Profile = true }, context.RequestAborted);
        }
        catch (SearchException mistake)
        {
            activity?.SetStatus(ActivityStatusCode.Error, mistake.Code);
            return Problem.From(mistake);
        }

        recorder.Record(activity, request, answer, Stopwatch.GetElapsedTime(started));
        if (answer.TimedOut)
        {
            // What was found in time is no answer to keep.
            context.Response.Headers.CacheControl = "no-store";
        }

        return JsonAnswer.Ok(request.Profile ? answer : answer with { Profile = null }, SearchJsonContext.Readable.SearchResponse);
    }
}
