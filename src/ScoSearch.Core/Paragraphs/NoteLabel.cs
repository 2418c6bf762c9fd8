namespace ScoSearch.Core.Paragraphs;

/// <summary>The number that opens a footnote.</summary>
/// <param name="Style">How it is written.</param>
/// <param name="Value">Its value.</param>
/// <param name="Length">Its length in UTF-16 code units; 0 for none.</param>
internal readonly record struct NoteLabel(MarkerStyle Style, int Value, int Length)
{
    /// <summary>Whether body of a further column stands below the footnote, so that the page's end does not end it.</summary>
    public bool AboveBody { get; init; }
}
