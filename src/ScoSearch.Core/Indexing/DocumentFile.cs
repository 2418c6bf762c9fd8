namespace ScoSearch.Core.Indexing;

/// <summary>A file to index. Immutable.</summary>
/// <param name="Id">Stable id: path relative to the root given, with <c>/</c> between folders.</param>
/// <param name="Path">Path for opening.</param>
/// <param name="LengthInBytes">Length when it was found; for progress only.</param>
public sealed record DocumentFile(string Id, string Path, long LengthInBytes = 0);
