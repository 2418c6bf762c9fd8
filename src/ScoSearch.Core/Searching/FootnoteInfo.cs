namespace ScoSearch.Core.Searching;

/// <summary>A footnote that a paragraph refers to. Immutable.</summary>
/// <param name="Marker">The marker as it stood in the source.</param>
/// <param name="Offset">Where it stood, in UTF-16 units of the paragraph's text.</param>
/// <param name="Id">Id of the footnote's paragraph; null when it was not found.</param>
/// <param name="Text">The footnote; null when it was not found.</param>
public sealed record FootnoteInfo(string Marker, int Offset, string? Id, string? Text);
