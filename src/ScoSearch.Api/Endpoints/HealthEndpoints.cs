using Microsoft.AspNetCore.Http.HttpResults;
using ScoSearch.Api.Hosting;

namespace ScoSearch.Api.Endpoints;

/// <summary>Probes for operators: is the process alive, and can it answer searches.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", () => TypedResults.Text("ok")).WithName("Livez");
        routes.MapGet("/readyz", GetReadiness).WithName("Readyz");
    }

    private static Results<ContentHttpResult, StatusCodeHttpResult> GetReadiness(IndexHolder index) =>
        index.IsReady ? TypedResults.Text("ok") : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
