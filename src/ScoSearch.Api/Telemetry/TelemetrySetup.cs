using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace ScoSearch.Api.Telemetry;

/// <summary>Adds traces, metrics and logs over OTLP; where to send them is said by the standard OTEL_* variables.</summary>
internal static class TelemetrySetup
{
    private const string DefaultServiceName = "scosearch";

    /// <summary>Adds what the variables ask for; without an endpoint nothing is set up, so nothing is slowed down.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        OtlpSettings settings = OtlpSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<IndexInstruments>();
        builder.Services.AddHostedService<TelemetryProviders>();
        if (settings.Logs)
        {
            builder.Logging.AddOpenTelemetry(options =>
            {
                options.IncludeFormattedMessage = true;
                options.SetResourceBuilder(Describe(builder.Configuration));
                options.AddOtlpExporter();
            });
        }
    }

    /// <summary>What sends: the service's name (<c>OTEL_SERVICE_NAME</c>, else "scosearch"), its version, and <c>OTEL_RESOURCE_ATTRIBUTES</c>.</summary>
    public static ResourceBuilder Describe(IConfiguration configuration)
    {
        string version = typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3) ?? "0";
        string name = configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } given ? given : DefaultServiceName;
        return ResourceBuilder.CreateDefault().AddService(name, serviceVersion: version);
    }
}
