using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Telemetry;
using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Tests.Telemetry;

public sealed class SearchRecorderTests
{
    private const string Query = "灯塔不可外传";

    [Theory]
    [InlineData(500, 499, false, 0, false)]
    [InlineData(500, 500, false, 1, false)]
    [InlineData(500, 900, true, 1, true)]
    [InlineData(0, 900, true, 0, false)]
    public void Record_Search_IsLoggedWhenItIsSlow(int threshold, int milliseconds, bool recordsText, int lines, bool holdsText)
    {
        LogLines log = new();
        using ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using ServiceMetrics metrics = new(services.GetRequiredService<IMeterFactory>());
        SearchRecorder recorder = new(metrics, Options.Create(new ServiceOptions
        {
            Telemetry = new TelemetryOptions { SlowQueryMs = threshold, RecordQueryText = recordsText },
        }), log);

        recorder.Record(null, new SearchRequest(Query), Answer(), TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(lines, log.Lines.Count);
        Assert.Equal(holdsText, log.Lines.Exists(line => line.Contains(Query, StringComparison.Ordinal)));
    }

    private static SearchResponse Answer() =>
        new() { Query = Query, Total = new HitCount(3, "eq"), Hits = [], TookMs = 1, Generation = 1 };

    private sealed class LogLines : ILogger<SearchRecorder>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
