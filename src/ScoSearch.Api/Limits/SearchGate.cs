using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Http;
using ScoSearch.Api.Telemetry;

namespace ScoSearch.Api.Limits;

/// <summary>Lets as many searches run at once as the machine can carry; a few wait, further ones are turned away. Thread-safe.</summary>
/// <remarks>
/// Without it, overload makes every answer late. With it, those who are let in are answered about as fast as ever. The
/// oldest in the queue is next, so that waiting is shared fairly.
/// </remarks>
internal sealed class SearchGate(IOptions<ServiceOptions> options, ServiceMetrics metrics) : IDisposable
{
    private const int RetryAfterInSeconds = 1;

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Value.Limits.EffectiveConcurrentSearches,
        QueueLimit = options.Value.Limits.QueuedSearches,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a turn.</summary>
    /// <returns>What to dispose after the search, or null when the service is too busy.</returns>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellation)
    {
        RateLimitLease lease = await _limiter.AcquireAsync(1, cancellation);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        metrics.Rejected("busy");
        return null;
    }

    /// <summary>The answer to who is turned away.</summary>
    public static Problem Busy() => new(
        StatusCodes.Status503ServiceUnavailable,
        "busy",
        "服务正忙，请稍后再试。",
        "The service is busy; try again shortly.")
    {
        RetryAfterInSeconds = RetryAfterInSeconds,
    };

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
