using System.Reflection;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Http;
using ScoSearch.Api.Indexing;
using ScoSearch.Api.OpenApi;
using ScoSearch.Api.Security;

namespace ScoSearch.Api.Endpoints;

/// <summary>What the service holds, allows and does.</summary>
internal static class StatisticsEndpoints
{
    private static readonly string Version =
        typeof(StatisticsEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0] ?? "0";

    public static void MapStatistics(this IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/stats", Read)
        .WithName("Stats")
        .WithTags("health")
        .WithSummary("索引、限制与任务 · Index, limits and jobs")
        .Answers<ServiceStatistics>()
        .WithLanguageOnly()
        .RequireScope(AccessScope.Search);

    private static async Task<IResult> Read(
        HttpContext context, SnapshotReader snapshots, IndexJobs jobs, ServiceClock clock, IOptions<ServiceOptions> options) =>
        await snapshots.ReadAsync(context, index =>
        {
            // Up-time and jobs change while the index stays the same.
            context.Response.Headers.CacheControl = "no-store";
            ServiceStatistics statistics = new()
            {
                Version = Version,
                Started = clock.Started,
                UptimeSeconds = (long)clock.Uptime.TotalSeconds,
                Index = index.GetStatistics(),
                Limits = options.Value.Limits,
                LastJob = jobs.Last,
            };
            return JsonAnswer.Ok(statistics, ApiJsonContext.Readable.ServiceStatistics);
        });
}
