namespace ScoSearch.Api.Indexing;

/// <summary>What is known of a document that came over HTTP, beside its bytes. Immutable.</summary>
internal sealed record UploadDescription
{
    /// <summary>Id of the document.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the document was deleted: a file of the corpus with this id is then passed over.</summary>
    public bool Deleted { get; init; }

    /// <summary>Extension that names the format, such as <c>.docx</c>; null when the content has to tell.</summary>
    public string? Extension { get; init; }

    /// <summary>Title given by the caller.</summary>
    public string? Title { get; init; }

    /// <summary>Author given by the caller.</summary>
    public string? Author { get; init; }

    /// <summary>Source given by the caller.</summary>
    public string? Source { get; init; }

    /// <summary>Date given by the caller.</summary>
    public string? Date { get; init; }
}
