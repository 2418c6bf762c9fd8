namespace ScoSearch.Api.Indexing;

/// <summary>State of a job.</summary>
internal enum JobState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Is at work.</summary>
    Running,

    /// <summary>Is done; some files may have failed.</summary>
    Done,

    /// <summary>Ended with an error; the index is as before.</summary>
    Failed,

    /// <summary>Was cancelled; the index is as before.</summary>
    Cancelled,
}
