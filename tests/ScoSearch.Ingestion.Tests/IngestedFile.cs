using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Tests;

/// <summary>What became of one file: its documents, or why it could not be read. Immutable.</summary>
internal sealed record IngestedFile(IReadOnlyList<ReconstructedDocument> Documents, DocumentReadException? Error)
{
    public bool Succeeded => Error is null;
}
