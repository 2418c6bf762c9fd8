using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ScoSearch.Api.Telemetry;

/// <summary>Instruments of the meter <c>ScoSearch</c>. Names and units are described in docs/operations.md. Thread-safe.</summary>
/// <remarks>No text of a query or document is ever a value or a tag.</remarks>
internal sealed class ServiceMetrics : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "ScoSearch";

    private readonly Meter _meter;
    private readonly Histogram<double> _searchDuration;
    private readonly Histogram<double> _suggestDuration;
    private readonly Histogram<double> _analysisDuration;
    private readonly Histogram<long> _hits;
    private readonly Counter<long> _rejected;
    private readonly Counter<long> _indexedParagraphs;

    public ServiceMetrics(IMeterFactory factory)
    {
        _meter = factory.Create(Name);
        _searchDuration = _meter.CreateHistogram<double>(
            "scosearch.search.duration", "s", "Time from a search request to its finished answer, waiting excluded");
        _suggestDuration = _meter.CreateHistogram<double>(
            "scosearch.suggest.duration", "s", "Time of a completion");
        _analysisDuration = _meter.CreateHistogram<double>(
            "scosearch.search.analysis.duration", "s", "Part of the search time that went into reading and planning the query");
        _hits = _meter.CreateHistogram<long>("scosearch.search.hits", "{paragraph}", "Paragraphs that matched a search");
        _rejected = _meter.CreateCounter<long>(
            "scosearch.requests.rejected", "{request}", "Requests turned away; scosearch.reason is busy, rate or not_ready");
        _indexedParagraphs = _meter.CreateCounter<long>(
            "scosearch.indexing.paragraphs", "{paragraph}", "Paragraphs written to the index; their rate is the indexing rate");
    }

    /// <summary>The activity source of the service.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    /// <summary>The meter, for instruments that are observed.</summary>
    public Meter Meter => _meter;

    /// <summary>A search was answered.</summary>
    public void Searched(TimeSpan duration, TimeSpan analysis, long hits, bool timedOut)
    {
        TagList tags = new() { { "scosearch.timed_out", timedOut } };
        _searchDuration.Record(duration.TotalSeconds, tags);
        _analysisDuration.Record(analysis.TotalSeconds);
        _hits.Record(hits);
    }

    /// <summary>A completion was answered.</summary>
    public void Suggested(TimeSpan duration) => _suggestDuration.Record(duration.TotalSeconds);

    /// <summary>A request was turned away.</summary>
    public void Rejected(string reason) => _rejected.Add(1, new KeyValuePair<string, object?>("scosearch.reason", reason));

    /// <summary>Paragraphs were written.</summary>
    public void Indexed(long paragraphs) => _indexedParagraphs.Add(paragraphs);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
