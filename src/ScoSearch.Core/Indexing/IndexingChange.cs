namespace ScoSearch.Core.Indexing;

/// <summary>A document that an indexing run changes. Immutable.</summary>
/// <param name="Kind">What happens to it.</param>
/// <param name="DocumentId">Id of the document.</param>
/// <param name="Paragraphs">Its paragraphs, noise included: the new number, or for a removed document the old one.</param>
public sealed record IndexingChange(IndexingChangeKind Kind, string DocumentId, int Paragraphs);
