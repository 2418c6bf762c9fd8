namespace ScoSearch.Core.Documents;

/// <summary>What the format knows about a line. Immutable.</summary>
public sealed record LineHints
{
    /// <summary>What the line is.</summary>
    public LineRole Role { get; init; }

    /// <summary>Level of a heading or list item, from 1; 0 when there is none.</summary>
    public int Level { get; init; }

    /// <summary>Left indent in half-width columns beyond what the text itself begins with; 0 when unknown.</summary>
    public int Indent { get; init; }

    /// <summary>Width of the content as laid out, in half-width columns; 0 to count the characters.</summary>
    public int Width { get; init; }

    /// <summary>Whether the line begins an item of a list whose sign is no character of the text.</summary>
    public bool StartsItem { get; init; }

    /// <summary>For a footnote, the id that markers point to.</summary>
    public string? NoteId { get; init; }

    /// <summary>Date of the line alone in ISO form, where it differs from the document's; null otherwise.</summary>
    public string? Date { get; init; }

    /// <summary>Footnote markers in the line, by rising offset.</summary>
    public IReadOnlyList<NoteMarker> Markers { get; init; } = [];
}
