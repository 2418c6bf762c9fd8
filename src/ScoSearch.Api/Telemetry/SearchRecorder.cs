using System.Diagnostics;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Telemetry;

/// <summary>Records searches as spans, measurements and, when they are slow, in the log. Thread-safe.</summary>
/// <remarks>The text of a query is recorded only when that is switched on, and never in a measurement.</remarks>
internal sealed partial class SearchRecorder(ServiceMetrics metrics, IOptions<ServiceOptions> options, ILogger<SearchRecorder> logger)
{
    private readonly TelemetryOptions _telemetry = options.Value.Telemetry;

    /// <summary>Begins a span; null when nobody listens.</summary>
    public Activity? Begin(SearchRequest request)
    {
        Activity? activity = ServiceMetrics.Activities.StartActivity("scosearch.search");
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("scosearch.query.length", request.Query.Length);
            activity.SetTag("scosearch.query.syntax", request.Syntax.ToString());
            activity.SetTag("scosearch.limit", request.Limit);
            activity.SetTag("scosearch.offset", request.Offset);
            if (_telemetry.RecordQueryText)
            {
                activity.SetTag("scosearch.query.text", request.Query);
            }
        }

        return activity;
    }

    /// <summary>Records an answered search.</summary>
    public void Record(Activity? activity, SearchRequest request, SearchResponse answer, TimeSpan duration)
    {
        TimeSpan analysis = TimeSpan.FromMilliseconds(answer.Profile?.ParseMs ?? 0);
        metrics.Searched(duration, analysis, answer.Total.Value, answer.TimedOut);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("scosearch.hits", answer.Total.Value);
            activity.SetTag("scosearch.generation", answer.Generation);
            activity.SetTag("scosearch.timed_out", answer.TimedOut);
        }

        double milliseconds = duration.TotalMilliseconds;
        if (_telemetry.SlowQueryMs > 0 && milliseconds >= _telemetry.SlowQueryMs && logger.IsEnabled(LogLevel.Warning))
        {
            string text = _telemetry.RecordQueryText ? request.Query : "(not recorded)";
            LogSlow(logger, milliseconds, request.Query.Length, answer.Total.Value, answer.TimedOut, text);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Slow search: {Milliseconds:0.0} ms, query of {Length} characters, {Hits} hits, timed out: {TimedOut}, query: {Query}")]
    private static partial void LogSlow(ILogger logger, double milliseconds, int length, long hits, bool timedOut, string query);
}
