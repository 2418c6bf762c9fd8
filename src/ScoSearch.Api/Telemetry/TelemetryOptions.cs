namespace ScoSearch.Api.Telemetry;

/// <summary>What the service records of its work. Bound from "ScoSearch:Telemetry". Where it is sent is said by the OTEL_* variables.</summary>
public sealed record TelemetryOptions
{
    /// <summary>Whether traces and the slow-query log carry the text of queries; the default is false.</summary>
    public bool RecordQueryText { get; init; }

    /// <summary>Searches that take at least so many milliseconds are logged; 0 for none. The default is 500.</summary>
    public int SlowQueryMs { get; init; } = 500;
}
