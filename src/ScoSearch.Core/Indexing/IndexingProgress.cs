namespace ScoSearch.Core.Indexing;

/// <summary>How far an indexing run is. Immutable.</summary>
/// <param name="FilesDone">Files read so far, failed ones included.</param>
/// <param name="FilesTotal">Files to read in all.</param>
/// <param name="Paragraphs">Paragraphs written so far.</param>
/// <param name="CurrentPath">The file being read, or null at the end.</param>
public readonly record struct IndexingProgress(int FilesDone, int FilesTotal, int Paragraphs, string? CurrentPath);
