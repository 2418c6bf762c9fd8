namespace ScoSearch.Core.Documents;

/// <summary>A footnote marker that the format itself marks as such.</summary>
/// <param name="Start">Offset of the marker in <see cref="ExtractedText.Text"/>.</param>
/// <param name="Length">Length of the marker in UTF-16 code units.</param>
/// <param name="NoteId">Id of the note it points to, see <see cref="LineHints.NoteId"/>.</param>
public readonly record struct NoteMarker(int Start, int Length, string NoteId);
