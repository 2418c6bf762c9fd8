namespace ScoSearch.Api.Telemetry;

/// <summary>Which signals are to be sent, as the standard OTEL_* variables say. Immutable.</summary>
/// <param name="Traces">Whether spans are sent.</param>
/// <param name="Metrics">Whether measurements are sent.</param>
/// <param name="Logs">Whether log records are sent.</param>
internal sealed record OtlpSettings(bool Traces, bool Metrics, bool Logs)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Whether anything is sent.</summary>
    public bool Any => Traces || Metrics || Logs;

    /// <summary>Reads the variables: without an endpoint, or where an exporter is "none", nothing is sent.</summary>
    public static OtlpSettings Read(IConfiguration configuration)
    {
        bool isDisabled = string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase);
        return isDisabled ? new OtlpSettings(false, false, false) : new OtlpSettings(Has("TRACES"), Has("METRICS"), Has("LOGS"));

        bool Has(string signal) =>
            (!string.IsNullOrEmpty(configuration[Endpoint]) || !string.IsNullOrEmpty(configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"]))
            && configuration[$"OTEL_{signal}_EXPORTER"] is null or "" or "otlp";
    }
}
