namespace ScoSearch.Core.Documents;

/// <summary>A footnote marker that was taken out of a paragraph.</summary>
/// <param name="Marker">The marker as it stands in the source, such as <c>[3]</c> or <c>①</c>.</param>
/// <param name="Offset">Its place: the UTF-16 offset in the paragraph's text before which it stood.</param>
/// <param name="Paragraph">Number of the footnote paragraph it points to, or 0 when none was found.</param>
public readonly record struct FootnoteReference(string Marker, int Offset, int Paragraph);
