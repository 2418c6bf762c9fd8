using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Http;
using ScoSearch.Api.Security;
using ScoSearch.Api.Telemetry;

namespace ScoSearch.Api.Limits;

/// <summary>Limits how many requests one client may make, so that one cannot take the service from the others.</summary>
internal static class ClientRateLimiting
{
    // Tokens are refilled in small portions, so that a client over its limit gets a steady share rather than bursts.
    private const int RefillsPerSecond = 10;

    /// <summary>Adds the limiter; a client is a key, else an address.</summary>
    public static IServiceCollection AddClientRateLimiting(this IServiceCollection services) => services
        .AddRateLimiter(_ => { })
        .AddSingleton<IConfigureOptions<RateLimiterOptions>, Configuration>();

    private sealed class Configuration(IOptions<ServiceOptions> service, ServiceMetrics metrics) : IConfigureOptions<RateLimiterOptions>
    {
        public void Configure(RateLimiterOptions options)
        {
            LimitOptions limits = service.Value.Limits;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                limits.RequestsPerSecond == 0 || !context.Request.Path.StartsWithSegments("/v1")
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetTokenBucketLimiter(ClientOf(context), _ => BucketOf(limits)));
            options.OnRejected = (rejected, _) =>
            {
                metrics.Rejected("rate");
                double wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retry) ? retry.TotalSeconds : 1;
                return new ValueTask(TooMany(limits, wait).ExecuteAsync(rejected.HttpContext));
            };
        }

        private static TokenBucketRateLimiterOptions BucketOf(LimitOptions limits) => new()
        {
            TokenLimit = Math.Max(limits.Burst, 1),
            TokensPerPeriod = Math.Max(1, limits.RequestsPerSecond / RefillsPerSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(
                Math.Max(1.0 / RefillsPerSecond, 1.0 / limits.RequestsPerSecond)),
            AutoReplenishment = true,
            QueueLimit = 0,
        };

        private static string ClientOf(HttpContext context) =>
            context.Items.TryGetValue(AccessControl.CallerItem, out object? name)
                ? "key " + name
                : "address " + context.Connection.RemoteIpAddress;
    }

    private static Problem TooMany(LimitOptions limits, double waitInSeconds)
    {
        string perSecond = limits.RequestsPerSecond.ToString(CultureInfo.InvariantCulture);
        return new Problem(
            StatusCodes.Status429TooManyRequests,
            "too_many_requests",
            $"请求过于频繁：每个客户端每秒最多 {perSecond} 次。",
            $"Too many requests: {perSecond} a second are allowed for each client.")
        {
            RetryAfterInSeconds = Math.Max(1, (int)Math.Ceiling(waitInSeconds)),
        };
    }
}
