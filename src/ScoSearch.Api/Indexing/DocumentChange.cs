namespace ScoSearch.Api.Indexing;

/// <summary>What putting or deleting a document did. Immutable.</summary>
internal sealed record DocumentChange
{
    /// <summary>Id of the document.</summary>
    public required string Id { get; init; }

    /// <summary>"created", "replaced" or "deleted".</summary>
    public required string Result { get; init; }

    /// <summary>Documents that came out of it; JSON lines may hold several.</summary>
    public required int Documents { get; init; }

    /// <summary>Paragraphs that came out of it.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>Generation of the index that holds the change.</summary>
    public required long Generation { get; init; }
}
