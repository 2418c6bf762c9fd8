namespace ScoSearch.Api.Indexing;

/// <summary>How far a job is. Immutable.</summary>
internal sealed record JobStatus
{
    /// <summary>Id of the job.</summary>
    public required string Id { get; init; }

    /// <summary>What it does: "rebuild".</summary>
    public required string Kind { get; init; }

    /// <summary>Its state.</summary>
    public required JobState State { get; init; }

    /// <summary>Share that is done, from 0 to 1.</summary>
    public required double Progress { get; init; }

    /// <summary>Files read so far.</summary>
    public required int FilesDone { get; init; }

    /// <summary>Files to read in all; 0 while unknown.</summary>
    public required int FilesTotal { get; init; }

    /// <summary>Documents written; known at the end.</summary>
    public int? Documents { get; init; }

    /// <summary>Paragraphs written so far.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>Files that could not be read, each with its reason.</summary>
    public IReadOnlyList<FailedFile>? Failed { get; init; }

    /// <summary>Why the job failed.</summary>
    public string? Error { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>Generation of the index it made.</summary>
    public long? Generation { get; init; }
}
