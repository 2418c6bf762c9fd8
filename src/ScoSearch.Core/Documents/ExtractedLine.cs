namespace ScoSearch.Core.Documents;

/// <summary>One line of extracted text.</summary>
/// <param name="Start">Offset in <see cref="ExtractedText.Text"/>.</param>
/// <param name="Length">Length in UTF-16 code units, without the line end.</param>
/// <param name="Number">Line (or block, for formats without lines) of the source, counted from 1.</param>
/// <param name="Page">Page, counted from 1, or 0 when the format does not know pages.</param>
/// <param name="Hints">What the format knows about the line, or null.</param>
public readonly record struct ExtractedLine(int Start, int Length, int Number, int Page, LineHints? Hints);
