using ScoSearch.Core.Indexing;

namespace ScoSearch.Api.Indexing;

/// <summary>A rebuild of the index: its state, and the means to end it early. Thread-safe.</summary>
internal sealed class RebuildJob(string id, DateTimeOffset created) : IProgress<IndexingProgress>, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    // Replaced as a whole by the one thread that does the work, so that readers never see half a state.
    private volatile JobStatus _status = new()
    {
        Id = id,
        Kind = "rebuild",
        State = JobState.Queued,
        Progress = 0,
        FilesDone = 0,
        FilesTotal = 0,
        Paragraphs = 0,
        Created = created,
    };

    /// <summary>How far it is.</summary>
    public JobStatus Status => _status;

    /// <summary>Whether it has ended, well or not.</summary>
    public bool HasEnded => _status.State is JobState.Done or JobState.Failed or JobState.Cancelled;

    /// <summary>Ends it early.</summary>
    public void Cancel()
    {
        if (!HasEnded)
        {
            _cancellation.Cancel();
        }
    }

    /// <summary>Says that it begins.</summary>
    /// <returns>Cancelled when the job is to end.</returns>
    public CancellationToken Begin(DateTimeOffset now)
    {
        _status = _status with { State = JobState.Running, Started = now };
        return _cancellation.Token;
    }

    /// <inheritdoc/>
    public void Report(IndexingProgress value) => _status = _status with
    {
        FilesDone = value.FilesDone,
        FilesTotal = value.FilesTotal,
        Paragraphs = value.Paragraphs,
        Progress = value.FilesTotal == 0 ? 0 : Math.Round((double)value.FilesDone / value.FilesTotal, 4),
    };

    /// <summary>Says that it is done.</summary>
    public void Finish(IndexingSummary summary, IReadOnlyList<FailedFile> failed, long generation, DateTimeOffset now) => _status = _status with
    {
        State = JobState.Done,
        Progress = 1,
        Documents = summary.Documents,
        Paragraphs = summary.Paragraphs,
        Failed = failed,
        Generation = generation,
        Finished = now,
    };

    /// <summary>Says that it ended otherwise.</summary>
    public void End(JobState state, string? error, DateTimeOffset now) =>
        _status = _status with { State = state, Error = error, Finished = now };

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();
}
