namespace ScoSearch.Api.Indexing;

/// <summary>A file that could not be indexed. Immutable.</summary>
/// <param name="File">Name of the file, without the folders of this machine.</param>
/// <param name="Reason">Why.</param>
internal sealed record FailedFile(string File, string Reason);
