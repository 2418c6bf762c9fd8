namespace ScoSearch.Api.Http;

/// <summary>Problem details as they are sent (RFC 9457), with the members ScoSearch adds. Immutable.</summary>
internal sealed record ProblemBody
{
    /// <summary>Identifies the kind of problem.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong with this request.</summary>
    public required string Detail { get; init; }

    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>The parameter that is meant.</summary>
    public string? Parameter { get; init; }

    /// <summary>Where in the parameter, in UTF-16 units from 0.</summary>
    public int? Position { get; init; }

    /// <summary>Under which the request is found in logs and traces.</summary>
    public required string TraceId { get; init; }
}
