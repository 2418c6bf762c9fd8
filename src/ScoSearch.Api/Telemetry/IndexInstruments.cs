using System.Diagnostics.Metrics;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Indexing;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Api.Telemetry;

/// <summary>Instruments that are read when somebody asks: size and state of the index. Thread-safe.</summary>
internal sealed class IndexInstruments(ServiceMetrics metrics, IndexHolder holder, IndexJobs jobs)
{
    // The statistics of a generation never change, and several instruments are read at a time.
    private IndexStatistics? _latest;

    /// <summary>Adds the instruments to the meter.</summary>
    public void Register()
    {
        Meter meter = metrics.Meter;
        Observe("scosearch.index.documents", "{document}", "Documents in the index", s => s.Documents);
        Observe("scosearch.index.paragraphs", "{paragraph}", "Paragraphs in the index", s => s.Paragraphs);
        Observe("scosearch.index.size", "By", "Bytes of all files of the index", s => s.Bytes);
        Observe("scosearch.index.segments", "{segment}", "Segments of the index", s => s.Segments);
        Observe("scosearch.index.generation", "{generation}", "Number of the commit that is searched", s => s.Generation);
        meter.CreateObservableGauge(
            "scosearch.rebuild.progress",
            () => jobs.Last is { State: JobState.Running } job ? [new Measurement<double>(job.Progress)] : Array.Empty<Measurement<double>>(),
            "1",
            "Share of the running rebuild that is done; absent while none runs");
        meter.CreateObservableGauge(
            "scosearch.indexing.rate",
            () => Rate(jobs.Last) is { } rate ? [new Measurement<double>(rate)] : Array.Empty<Measurement<double>>(),
            "{paragraph}/s",
            "Paragraphs a second of the running or last rebuild");
    }

    private static double? Rate(JobStatus? job)
    {
        if (job?.Started is not { } started)
        {
            return null;
        }

        double seconds = ((job.Finished ?? TimeProvider.System.GetUtcNow()) - started).TotalSeconds;
        return seconds > 0 ? job.Paragraphs / seconds : null;
    }

    private void Observe(string name, string unit, string description, Func<IndexStatistics, long> read) =>
        metrics.Meter.CreateObservableGauge(
            name,
            () => Statistics() is { } statistics ? [new Measurement<long>(read(statistics))] : Array.Empty<Measurement<long>>(),
            unit,
            description);

    private IndexStatistics? Statistics()
    {
        using IndexLease? lease = holder.TryBorrow();
        if (lease is null)
        {
            return null;
        }

        IndexStatistics? known = Volatile.Read(ref _latest);
        if (known?.Generation != lease.Index.Generation)
        {
            known = lease.Index.GetStatistics();
            Volatile.Write(ref _latest, known);
        }

        return known;
    }
}
