using ScoSearch.Api.Hosting;

namespace ScoSearch.Api.Endpoints;

/// <summary>Probes for operators: is the process alive, and can it answer searches.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", () => TypedResults.Text("ok")).WithName("Livez").WithTags("health");
        routes.MapGet("/readyz", GetReadiness).WithName("Readyz").WithTags("health")
            .Produces<string>(200, "text/plain").Produces(503);
    }

    private static IResult GetReadiness(IndexHolder index) =>
        index.IsReady ? TypedResults.Text("ok") : SnapshotReader.NotReady();
}
