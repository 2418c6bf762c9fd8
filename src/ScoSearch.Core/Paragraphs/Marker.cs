namespace ScoSearch.Core.Paragraphs;

/// <summary>Something in running text that looks like a footnote marker.</summary>
/// <param name="Start">Offset in the source.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Style">How it is written.</param>
/// <param name="Value">Its number; 0 for a star.</param>
/// <param name="Line">Index of its line.</param>
/// <param name="NoteId">For a declared marker, the id of its note.</param>
internal readonly record struct Marker(
    int Start, int Length, MarkerStyle Style, int Value, int Line, string? NoteId = null)
{
    /// <summary>Offset after the marker.</summary>
    public int End => Start + Length;

    /// <summary>Whether it may as well be text, so that only a footnote without another marker makes it one.</summary>
    public bool IsDoubtful { get; init; }
}
