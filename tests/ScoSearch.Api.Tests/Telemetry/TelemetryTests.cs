using System.Net.Http;
using System.Text.Json;
using ScoSearch.Api.Telemetry;
using Microsoft.Extensions.Configuration;

namespace ScoSearch.Api.Tests.Telemetry;

public sealed class TelemetryTests
{
    private const string Query = "灯塔不可外传";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Search_WithAReceiver_SendsTracesMetricsAndLogs(bool recordsQueryText)
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync();
        await using (ServiceHost host = await StartAsync(receiver, recordsQueryText))
        {
            using HttpClient client = host.CreateClient();
            await ServiceHost.GetJson(client, "/v1/search?q=" + Uri.EscapeDataString(Query));
            await ServiceHost.GetJson(client, "/v1/suggest?q=" + Uri.EscapeDataString("灯"));
            await Rebuilding.RunAsync(client);
            await receiver.WaitForAsync(r => r.Metrics.ContainsKey("scosearch.suggest.duration"), "the duration of a completion");
        }

        string ofThisSearch = $"scosearch.query.length={Query.Length}";
        await receiver.WaitForAsync(
            r => r.Spans.Any(span => span.Name == "scosearch.search" && span.Attributes.Contains(ofThisSearch)), "the span of the search");
        Assert.Equal("s", receiver.Metrics["scosearch.search.duration"]);
        Assert.Equal("{paragraph}", receiver.Metrics["scosearch.search.hits"]);
        Assert.Equal("By", receiver.Metrics["scosearch.index.size"]);
        Assert.Contains("scosearch.index.generation", receiver.Metrics.Keys);
        Assert.Contains("scosearch.indexing.paragraphs", receiver.Metrics.Keys);
        Assert.Contains("http.server.request.duration", receiver.Metrics.Keys);
        Assert.Contains(receiver.Metrics.Keys, name => name.StartsWith("dotnet.", StringComparison.Ordinal));
        Assert.Contains(receiver.Spans, span =>
            span.Name.Contains("/v1/search", StringComparison.Ordinal) || span.Name.Contains("HttpRequestIn", StringComparison.Ordinal));
        await receiver.WaitForAsync(r => r.Logs.Any(body => body.Contains("Rebuilt the index", StringComparison.Ordinal)), "the log of the rebuild");
        Assert.Equal(["scosearch-under-test"], receiver.Services.Keys);
        Assert.Equal(recordsQueryText, receiver.Raw.Any(HoldsQuery));
        Assert.Equal(recordsQueryText, receiver.Spans.Any(span => span.Attributes.Contains("scosearch.query.text=" + Query)));
    }

    [Theory]
    [InlineData("", "", false, false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317", true, true, true)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://localhost:4317", true, false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://localhost:4317", false, true, false)]
    public void Read_Variables_SayWhatIsSent(string name, string value, bool traces, bool metrics, bool logs) =>
        Assert.Equal(new OtlpSettings(traces, metrics, logs), OtlpSettings.Read(Configure((name, value))));

    [Fact]
    public void Read_SwitchedOff_SendsNothing()
    {
        (string, string) endpoint = ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317");

        Assert.False(OtlpSettings.Read(Configure(endpoint, ("OTEL_SDK_DISABLED", "true"))).Any);
        Assert.Equal(new OtlpSettings(true, false, true), OtlpSettings.Read(Configure(endpoint, ("OTEL_METRICS_EXPORTER", "none"))));
    }

    // As it is, and as it stands in an address.
    private static bool HoldsQuery(string raw) =>
        raw.Contains(Query, StringComparison.Ordinal)
        || raw.Contains(Uri.EscapeDataString(Query), StringComparison.OrdinalIgnoreCase)
        || raw.Contains(JsonEncodedText.Encode(Query).ToString(), StringComparison.OrdinalIgnoreCase);

    private static IConfiguration Configure(params (string Name, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Where(v => v.Name.Length > 0).Select(v => KeyValuePair.Create<string, string?>(v.Name, v.Value)))
        .Build();

    private static Task<ServiceHost> StartAsync(OtlpReceiver receiver, bool recordsQueryText) => ServiceHost.StartAsync(
        new Dictionary<string, string> { ["a.txt"] = "湖边的灯塔建于一九一二年。" },
        new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Endpoint,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_SERVICE_NAME"] = "scosearch-under-test",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
            ["ScoSearch:Telemetry:RecordQueryText"] = recordsQueryText ? "true" : "false",
        });
}
