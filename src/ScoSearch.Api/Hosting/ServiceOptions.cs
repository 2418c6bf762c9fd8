using ScoSearch.Api.Limits;
using ScoSearch.Api.Security;
using ScoSearch.Api.Telemetry;

namespace ScoSearch.Api.Hosting;

/// <summary>Settings of the service, bound from the configuration section "ScoSearch". Validated at start.</summary>
public sealed record ServiceOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ScoSearch";

    /// <summary>Folder with <c>corpus/</c>, <c>dictionaries/</c>, <c>uploads/</c> and <c>index/</c>; the default is
    /// <c>index-data</c>, looked for in the current folder and the folders above it.</summary>
    public string DataPath { get; init; } = "index-data";

    /// <summary>Folder of the index; null for <c>index</c> below <see cref="DataPath"/>.</summary>
    public string? IndexPath { get; init; }

    /// <summary>
    /// Whether an index that was built with other dictionaries or by another version is built anew at start; the default
    /// is true. Without, the service stops and says so.
    /// </summary>
    public bool RebuildOnMismatch { get; init; } = true;

    /// <summary>Limits.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>Keys and origins.</summary>
    public SecurityOptions Security { get; init; } = new();

    /// <summary>What is recorded.</summary>
    public TelemetryOptions Telemetry { get; init; } = new();
}
