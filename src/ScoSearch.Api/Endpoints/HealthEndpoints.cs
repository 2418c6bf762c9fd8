using ScoSearch.Api.Hosting;
using ScoSearch.Api.Http;

namespace ScoSearch.Api.Endpoints;

/// <summary>Probes for operators: is the process alive, and can it answer searches.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", () => TypedResults.Text("ok")).WithName("Livez").WithTags("health")
            .WithSummary("进程是否在运行 · Whether the process runs");
        routes.MapGet("/readyz", GetReadiness).WithName("Readyz").WithTags("health")
            .WithSummary("能否回答检索 · Whether searches can be answered")
            .Produces<string>(200, "text/plain").Produces<ProblemBody>(503, Problem.MediaType);
    }

    private static IResult GetReadiness(IndexHolder index) =>
        index.IsReady ? TypedResults.Text("ok") : SnapshotReader.NotReady();
}
