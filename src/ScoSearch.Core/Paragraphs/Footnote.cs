namespace ScoSearch.Core.Paragraphs;

/// <summary>A footnote found among the lines.</summary>
/// <param name="FirstLine">Index of its first line.</param>
/// <param name="Style">How its label is written.</param>
/// <param name="Value">Its number; 0 for a star or a fragment.</param>
/// <param name="LabelLength">Length of the label in UTF-16 code units.</param>
internal sealed record Footnote(int FirstLine, MarkerStyle Style, int Value, int LabelLength)
{
    /// <summary>Id by which declared markers point to it, or null.</summary>
    public string? NoteId { get; init; }

    /// <summary>Index of its last line.</summary>
    public int LastLine { get; set; } = FirstLine;
}
