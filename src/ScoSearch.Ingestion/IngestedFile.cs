using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion;

/// <summary>What became of one file: its documents, or why it could not be read. Immutable.</summary>
/// <param name="Path">Path of the file, or <c>-</c> for standard input.</param>
/// <param name="Documents">The documents in it; empty after an error.</param>
/// <param name="Error">Why it could not be read, or null.</param>
public sealed record IngestedFile(
    string Path, IReadOnlyList<ReconstructedDocument> Documents, DocumentReadException? Error)
{
    /// <summary>Whether the file was read.</summary>
    public bool Succeeded => Error is null;
}
