using ScoSearch.Api.Indexing;
using ScoSearch.Api.Limits;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Api.Endpoints;

/// <summary>What the service holds, allows and does. Immutable.</summary>
internal sealed record ServiceStatistics
{
    /// <summary>Version of the service.</summary>
    public required string Version { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Seconds since then.</summary>
    public required long UptimeSeconds { get; init; }

    /// <summary>The index that is searched.</summary>
    public required IndexStatistics Index { get; init; }

    /// <summary>The limits in force.</summary>
    public required LimitOptions Limits { get; init; }

    /// <summary>The last rebuild; absent when there was none since the start.</summary>
    public JobStatus? LastJob { get; init; }
}
