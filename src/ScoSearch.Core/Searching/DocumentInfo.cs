namespace ScoSearch.Core.Searching;

/// <summary>What is known of a document. Immutable; a value that is not known is null.</summary>
/// <param name="Id">Stable id, by default the path relative to the indexed folder.</param>
/// <param name="Title">Title.</param>
/// <param name="Author">Author.</param>
/// <param name="Source">Publication, agency, or file name.</param>
/// <param name="Date">Date of publication as <c>yyyy-MM-dd</c>, <c>yyyy-MM</c> or <c>yyyy</c>.</param>
public sealed record DocumentInfo(string Id, string? Title, string? Author, string? Source, string? Date);
