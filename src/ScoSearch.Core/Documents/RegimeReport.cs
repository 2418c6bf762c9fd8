namespace ScoSearch.Core.Documents;

/// <summary>A stretch of lines that were set alike.</summary>
/// <param name="Lines">The source lines of the stretch.</param>
/// <param name="MeasureInColumns">
/// Width at which the stretch is wrapped, in half-width columns (a Chinese character is two); 0 when a line is a
/// paragraph.
/// </param>
/// <param name="BlankLinesSeparate">Whether a blank line ends a paragraph here.</param>
/// <param name="Indented">Whether paragraphs begin with an indent here.</param>
public readonly record struct RegimeReport(
    LineRange Lines, int MeasureInColumns, bool BlankLinesSeparate, bool Indented);
