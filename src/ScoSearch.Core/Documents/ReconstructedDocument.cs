namespace ScoSearch.Core.Documents;

/// <summary>A document as paragraphs. Immutable.</summary>
/// <param name="Id">Id of the document.</param>
/// <param name="Path">Path of the file, or null.</param>
/// <param name="Paragraphs">The paragraphs in reading order, noise included.</param>
/// <param name="Metadata">Metadata, each value with its origin.</param>
/// <param name="Report">What was found and done.</param>
public sealed record ReconstructedDocument(
    string Id,
    string? Path,
    IReadOnlyList<Paragraph> Paragraphs,
    DocumentMetadata Metadata,
    ReconstructionReport Report);
