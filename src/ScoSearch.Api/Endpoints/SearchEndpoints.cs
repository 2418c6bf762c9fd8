using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Endpoints;

/// <summary>Ranked, highlighted search over paragraphs.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/search", Search).WithName("Search");

    private static Results<JsonHttpResult<SearchResponse>, ProblemHttpResult> Search(
        IndexHolder holder, IOptions<ServiceOptions> options, CancellationToken cancellationToken, string? q = null, int limit = 10, int offset = 0, int context = 0)
    {
        if (holder.Current is not { } index)
        {
            return Problems.NotReady();
        }

        if (Problems.CheckRange("limit", limit, 0, SearchRequest.MaxLimit) is { } badLimit)
        {
            return badLimit;
        }

        if (Problems.CheckRange("offset", offset, 0, SearchRequest.MaxWindow - limit) is { } badOffset)
        {
            return badOffset;
        }

        if (Problems.CheckRange("context", context, 0, 10) is { } badContext)
        {
            return badContext;
        }

        if (string.IsNullOrWhiteSpace(q) || q.Length > options.Value.MaxQueryLength)
        {
            return Problems.BadQuery(options.Value.MaxQueryLength);
        }

        SearchRequest request = new(q) { Limit = limit, Offset = offset, Context = context };
        return TypedResults.Json(index.Search(request, cancellationToken), SearchJsonContext.Readable.SearchResponse);
    }
}
