using System.Text.Json.Serialization;

namespace ScoSearch.Api.Indexing;

/// <summary>State of a job.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JobState>))]
internal enum JobState
{
    /// <summary>Waits for its turn.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    /// <summary>Is at work.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Is done; some files may have failed.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>Ended with an error; the index is as before.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Was cancelled; the index is as before.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
