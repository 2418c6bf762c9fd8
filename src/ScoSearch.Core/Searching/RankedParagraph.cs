namespace ScoSearch.Core.Searching;

/// <summary>A paragraph's place in a ranking. Immutable.</summary>
/// <param name="DocumentId">Id of the document the paragraph belongs to.</param>
/// <param name="Score">Its score; comparable within one ranking only.</param>
internal readonly record struct RankedParagraph(string DocumentId, float Score);
