using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>A line with content, measured. Widths are half-width columns: a Chinese character is two.</summary>
internal sealed class SourceLine
{
    /// <summary>Place among the lines with content.</summary>
    public required int Index { get; init; }

    /// <summary>Line number in the source, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Offset of the first character that is not white space or a leftover.</summary>
    public required int Start { get; init; }

    /// <summary>Offset after the last such character.</summary>
    public required int End { get; init; }

    /// <summary>Width of the white space before the content.</summary>
    public required int Indent { get; init; }

    /// <summary>Width of the content.</summary>
    public required int Width { get; init; }

    /// <summary>Number of blank lines directly before.</summary>
    public required int BlankBefore { get; init; }

    /// <summary>Page, from 1; 0 when no pages are seen.</summary>
    public int Page { get; set; }

    /// <summary>Whether a page begins with this line.</summary>
    public bool PageTop { get; set; }

    /// <summary>What the format says, or null.</summary>
    public LineHints? Hints { get; init; }

    /// <summary>What the line is.</summary>
    public LineLabel Label { get; set; }

    /// <summary>Name of the rule behind a label of noise.</summary>
    public string? Rule { get; set; }

    /// <summary>The number of the footnote that certainly begins here; empty where that is not certain.</summary>
    public NoteLabel NoteLabel { get; set; }

    /// <summary>Length of a certain footnote marker that ends the line.</summary>
    public int TailLength { get; set; }

    /// <summary>Number or letter the line begins with.</summary>
    public Enumerator Enumerator { get; set; }

    /// <summary>Whether something in it may be a footnote marker, whose width on the page is not known.</summary>
    public bool HasMarker { get; set; }

    /// <summary>
    /// By how much numbers in brackets and the blanks around them are wider than on the page, where they were small.
    /// </summary>
    public int MarkerExcess { get; set; }

    /// <summary>The stretch the line belongs to; set by <see cref="RegimeSegmenter"/>.</summary>
    public Regime Regime { get; set; } = Regime.Unwrapped;

    /// <summary>The next line of the same <see cref="Block"/>, or null.</summary>
    public SourceLine? NextInBlock { get; set; }

    /// <summary>By how much blanks are wider than the gaps they stand for; set by <see cref="TypesetBlanks"/>.</summary>
    public int BlankExcess { get; set; }

    /// <summary>Width of the pieces of the same line of the page before this one; set by <see cref="LineFragments"/>.</summary>
    public int Lead { get; set; }

    /// <summary>Whether the next line is the next piece of the same line of the page.</summary>
    public bool IsFragment { get; set; }

    /// <summary>Column after the last character.</summary>
    public int Right => Lead + Indent + Width - BlankExcess;

    /// <summary>Column after the last character as it was on the page, as far as that can be told.</summary>
    public int SetRight => Right - MarkerExcess;

    /// <summary>Whether the line takes part in joining.</summary>
    public bool IsText => Label == LineLabel.Text;
}
