namespace ScoSearch.Api.Hosting;

/// <summary>Knows when the service started. Immutable; thread-safe.</summary>
internal sealed class ServiceClock(TimeProvider time)
{
    /// <summary>When the service started.</summary>
    public DateTimeOffset Started { get; } = time.GetUtcNow();

    /// <summary>Time since then.</summary>
    public TimeSpan Uptime => time.GetUtcNow() - Started;
}
