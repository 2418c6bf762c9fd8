using System.Collections.Concurrent;
using System.IO;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ScoSearch.Api.Tests.Telemetry;

/// <summary>Takes traces, metrics and logs over OTLP (HTTP, Protocol Buffers) and decodes them. Thread-safe.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly WebApplication _server;

    private OtlpReceiver(WebApplication server) => _server = server;

    /// <summary>Where it listens.</summary>
    public string Endpoint => _server.Urls.First();

    /// <summary>Names of spans, with their attributes as "name=value". Spans of other tests of this process may be among them.</summary>
    public ConcurrentQueue<(string Name, string[] Attributes)> Spans { get; } = new();

    /// <summary>Metrics with their unit.</summary>
    public ConcurrentDictionary<string, string> Metrics { get; } = new(StringComparer.Ordinal);

    /// <summary>Bodies of log records.</summary>
    public ConcurrentQueue<string> Logs { get; } = new();

    /// <summary>Names of the services that sent.</summary>
    public ConcurrentDictionary<string, bool> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>Everything that came, as text in which any text that was sent can be found.</summary>
    public ConcurrentQueue<string> Raw { get; } = new();

    /// <summary>Starts a receiver on a free port of loopback.</summary>
    public static async Task<OtlpReceiver> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        WebApplication server = builder.Build();
        OtlpReceiver receiver = new(server);
        server.MapPost("/v1/traces", request => receiver.Take(request, receiver.TakeTraces));
        server.MapPost("/v1/metrics", request => receiver.Take(request, receiver.TakeMetrics));
        server.MapPost("/v1/logs", request => receiver.Take(request, receiver.TakeLogs));
        await server.StartAsync();
        return receiver;
    }

    /// <summary>Waits until something has come.</summary>
    public async Task WaitForAsync(Func<OtlpReceiver, bool> come, string what)
    {
        using CancellationTokenSource limit = new(Limit);
        while (!come(this))
        {
            Assert.False(limit.IsCancellationRequested, $"{what} did not come; spans: {string.Join(", ", Spans.Select(span => span.Name).Distinct())}; metrics: {string.Join(", ", Metrics.Keys)}");
            await Task.Delay(20);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Take(HttpContext context, Action<ProtoMessage> take)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        Raw.Enqueue(Encoding.UTF8.GetString(body.ToArray()));
        ProtoMessage request = new(body.ToArray());
        foreach (ProtoMessage resource in request.Messages(1).SelectMany(group => group.Messages(1)))
        {
            foreach (string attribute in AttributesOf(resource, 1).Where(a => a.StartsWith("service.name=", StringComparison.Ordinal)))
            {
                Services[attribute["service.name=".Length..]] = true;
            }
        }

        take(request);
        context.Response.ContentType = "application/x-protobuf";
    }

    private void TakeTraces(ProtoMessage request)
    {
        foreach (ProtoMessage span in Scopes(request).SelectMany(scope => scope.Messages(2)))
        {
            Spans.Enqueue((span.Text(5), AttributesOf(span, 9)));
        }
    }

    private void TakeMetrics(ProtoMessage request)
    {
        foreach (ProtoMessage metric in Scopes(request).SelectMany(scope => scope.Messages(2)))
        {
            Metrics[metric.Text(1)] = metric.Text(3);
        }
    }

    private void TakeLogs(ProtoMessage request)
    {
        foreach (ProtoMessage record in Scopes(request).SelectMany(scope => scope.Messages(2)))
        {
            Logs.Enqueue(string.Concat(record.Messages(5).Select(body => body.Text(1))));
        }
    }

    private static IEnumerable<ProtoMessage> Scopes(ProtoMessage request) =>
        request.Messages(1).SelectMany(resource => resource.Messages(2));

    private static string[] AttributesOf(ProtoMessage message, int field) =>
        [.. message.Messages(field).Select(pair => $"{pair.Text(1)}={string.Concat(pair.Messages(2).Select(TextOf))}")];

    private static string TextOf(ProtoMessage any) =>
        any.Number(3) is { } number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : any.Text(1);
}
