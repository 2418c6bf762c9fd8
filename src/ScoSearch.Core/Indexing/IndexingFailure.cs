namespace ScoSearch.Core.Indexing;

/// <summary>A file that could not be indexed. Immutable.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record IndexingFailure(string Path, string Reason);
