using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Indexing;

/// <summary>A file that could not be indexed. Immutable.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Error">What kind of failure it is, or null when it is none of reading: two files with one id.</param>
public sealed record IndexingFailure(string Path, string Reason, DocumentReadError? Error = null);
