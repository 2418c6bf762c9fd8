using System.Text.Json.Serialization;

namespace ScoSearch.Api.Endpoints;

/// <summary>A document put as JSON. Immutable.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TextUpload
{
    /// <summary>The text; its paragraphs are found as in a text file.</summary>
    public string? Text { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Author.</summary>
    public string? Author { get; init; }

    /// <summary>Source.</summary>
    public string? Source { get; init; }

    /// <summary>Date, such as <c>2024-07-06</c>.</summary>
    public string? Date { get; init; }
}
