using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Reading;

/// <summary>A document of the index. Immutable.</summary>
/// <param name="Document">What is known of it.</param>
/// <param name="Paragraphs">Number of its paragraphs, noise included.</param>
/// <param name="CountsByKind">The same by kind of paragraph; kinds it has none of are left out.</param>
public sealed record DocumentEntry(DocumentInfo Document, int Paragraphs, IReadOnlyDictionary<string, int> CountsByKind);
