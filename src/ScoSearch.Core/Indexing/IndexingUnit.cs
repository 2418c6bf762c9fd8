using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Indexing;

/// <summary>One input of an indexing run: a file, or a document at hand. Immutable.</summary>
/// <param name="Id">Id of the file or document.</param>
/// <param name="Path">Path of the file, or null.</param>
/// <param name="Document">The document at hand, or null.</param>
/// <param name="LengthInBytes">Its length, for progress.</param>
internal sealed record IndexingUnit(string Id, string? Path, SourceDocument? Document, long LengthInBytes)
{
    /// <summary>Name for messages.</summary>
    public string Name => Path ?? Id;

    /// <summary>Id under which the documents of a file are kept together, or null for a document at hand.</summary>
    public string? FileId => Path is null ? null : Id;
}
