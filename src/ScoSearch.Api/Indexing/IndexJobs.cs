using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.Threading.Channels;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Api.Indexing;

/// <summary>Runs rebuilds in the background, one at a time, and remembers the last ones. Thread-safe.</summary>
internal sealed partial class IndexJobs(IndexKeeper keeper, TimeProvider time, ILogger<IndexJobs> logger) : BackgroundService
{
    // Jobs that are remembered after they ended.
    private const int MaxRemembered = 100;

    private readonly Channel<RebuildJob> _queue = Channel.CreateBounded<RebuildJob>(1);
    private readonly ConcurrentDictionary<string, RebuildJob> _jobs = new(StringComparer.Ordinal);

    // Guards the decision whether a job may be added.
    private readonly Lock _adding = new();
    private readonly Queue<string> _order = new();
    private RebuildJob? _last;
    private int _count;

    /// <summary>The job that was added last, or null.</summary>
    public JobStatus? Last => Volatile.Read(ref _last)?.Status;

    /// <summary>Adds a rebuild.</summary>
    /// <returns>The job, and whether it is new: while one waits or runs, no other is added.</returns>
    public (JobStatus Job, bool IsNew) AddRebuild()
    {
        lock (_adding)
        {
            if (_last is { HasEnded: false } running)
            {
                return (running.Status, false);
            }

            RebuildJob job = new((++_count).ToString(CultureInfo.InvariantCulture), time.GetUtcNow());
            _jobs[job.Status.Id] = job;
            _order.Enqueue(job.Status.Id);
            if (_order.Count > MaxRemembered && _jobs.TryRemove(_order.Dequeue(), out RebuildJob? forgotten))
            {
                forgotten.Dispose();
            }

            Volatile.Write(ref _last, job);
            _queue.Writer.TryWrite(job);
            return (job.Status, true);
        }
    }

    /// <summary>A job by its id; null when there is none.</summary>
    public JobStatus? Find(string id) => _jobs.TryGetValue(id, out RebuildJob? job) ? job.Status : null;

    /// <summary>Ends a job early; one that has ended stays as it is.</summary>
    /// <returns>The job, or null when there is none.</returns>
    public JobStatus? Cancel(string id)
    {
        if (!_jobs.TryGetValue(id, out RebuildJob? job))
        {
            return null;
        }

        job.Cancel();
        return job.Status;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (RebuildJob job in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            // Building is long synchronous work, which must not take a thread from the pool that answers requests.
            await Task.Factory.StartNew(
                () => Run(job, stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    private void Run(RebuildJob job, CancellationToken stopping)
    {
        CancellationToken asked = job.Begin(time.GetUtcNow());
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(asked, stopping);
        try
        {
            (IndexingSummary summary, long generation) = keeper.Rebuild(job, either.Token);
            FailedFile[] failed = [.. summary.Failed.Select(ToFailedFile)];
            job.Finish(summary, failed, generation, time.GetUtcNow());
            LogRebuilt(logger, summary.Documents, summary.Paragraphs, failed.Length, summary.Seconds);
        }
        catch (OperationCanceledException)
        {
            job.End(JobState.Cancelled, null, time.GetUtcNow());
            LogCancelled(logger, job.Status.Id);
        }
        catch (Exception e)
        {
            // An edge: whatever went wrong is reported with the job and in the log, and the next job can run.
            job.End(JobState.Failed, Explain(e), time.GetUtcNow());
            LogFailed(logger, e, job.Status.Id);
        }
    }

    // Paths and stacks of this machine stay in the log.
    private static string Explain(Exception cause) => cause switch
    {
        DictionaryFormatException => "a dictionary has lines that cannot be used; see the log",
        DocumentReadException => "a dictionary cannot be read; see the log",
        Lucene.Store.LockObtainFailedException => "another program writes to the index",
        IOException or UnauthorizedAccessException => "the index cannot be written; see the log",
        _ => "an internal error; see the log",
    };

    private static FailedFile ToFailedFile(IndexingFailure failure)
    {
        string name = Path.GetFileName(failure.Path);
        return new FailedFile(name, failure.Reason.Replace(failure.Path, name, StringComparison.Ordinal));
    }

    [LoggerMessage(LogLevel.Information, "Rebuilt the index: {Documents} documents, {Paragraphs} paragraphs, {Failed} files failed, in {Seconds:0.00} s")]
    private static partial void LogRebuilt(ILogger logger, int documents, int paragraphs, int failed, double seconds);

    [LoggerMessage(LogLevel.Information, "Rebuild {Job} was cancelled")]
    private static partial void LogCancelled(ILogger logger, string job);

    [LoggerMessage(LogLevel.Error, "Rebuild {Job} failed")]
    private static partial void LogFailed(ILogger logger, Exception cause, string job);
}
