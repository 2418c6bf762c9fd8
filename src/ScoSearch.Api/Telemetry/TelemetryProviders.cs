using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ScoSearch.Api.Telemetry;

/// <summary>Builds the providers of traces and metrics at start, and sends what is left at the end.</summary>
internal sealed class TelemetryProviders(
    OtlpSettings settings, IndexInstruments instruments, IConfiguration configuration) : IHostedLifecycleService, IDisposable
{
    private const int FlushTimeoutInMs = 3000;

    private static readonly string[] Meters =
    [
        ServiceMetrics.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.RateLimiting",
        "System.Runtime",
    ];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        instruments.Register();
        ResourceBuilder resource = TelemetrySetup.Describe(configuration);
        if (settings.Traces)
        {
            _traces = Sdk.CreateTracerProviderBuilder()
                .ConfigureServices(services => services.AddSingleton(configuration))
                .SetResourceBuilder(resource)
                .AddSource(ServiceMetrics.Name, "Microsoft.AspNetCore")
                .AddProcessor(new QueryTextRemover())
                .AddOtlpExporter()
                .Build();
        }

        if (settings.Metrics)
        {
            _metrics = Sdk.CreateMeterProviderBuilder()
                .ConfigureServices(services => services.AddSingleton(configuration))
                .SetResourceBuilder(resource)
                .AddMeter(Meters)
                .AddOtlpExporter()
                .Build();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        _traces?.ForceFlush(FlushTimeoutInMs);
        _metrics?.ForceFlush(FlushTimeoutInMs);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }
}
