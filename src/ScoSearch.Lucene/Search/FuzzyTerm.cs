using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>A term near another one. Immutable.</summary>
/// <param name="Term">The term.</param>
/// <param name="Edits">Edit distance.</param>
/// <param name="DocFreq">Number of documents with it, deleted ones included.</param>
public sealed record FuzzyTerm(Term Term, int Edits, int DocFreq);
