using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>What happens to clean paragraphs on their way through a page. Immutable.</summary>
internal sealed record Damage
{
    /// <summary>Narrowest and widest page, in Chinese characters.</summary>
    public (int Min, int Max) Width { get; init; } = (20, 40);

    /// <summary>Whether every page has a width of its own.</summary>
    public bool VaryWidth { get; init; }

    /// <summary>What shows the beginning of a paragraph.</summary>
    public ParagraphStart Start { get; init; }

    /// <summary>Whether a blank line follows every line.</summary>
    public bool BlankEverywhere { get; init; }

    /// <summary>How pages end.</summary>
    public PageEnd PageEnd { get; init; }

    /// <summary>How footnote markers are written, or null for no footnotes.</summary>
    public MarkerStyle? Notes { get; init; }

    /// <summary>Whether the last footnote of a page may go on at the foot of the next one.</summary>
    public bool NotesCross { get; init; }

    /// <summary>Whether display titles stand in the middle of paragraphs.</summary>
    public bool DisplayTitles { get; init; }

    /// <summary>Line end.</summary>
    public string LineEnd { get; init; } = "\n";

    /// <summary>Whether zero-width characters and tool leftovers are strewn in.</summary>
    public bool Leftovers { get; init; }

    /// <summary>Whether punctuation of whole paragraphs is half-width, with a blank after it.</summary>
    public bool HalfWidth { get; init; }

    /// <summary>Whether blanks stand around some numbers and Latin words.</summary>
    public bool LatinSpaces { get; init; }

    /// <summary>Whether lines are not wrapped at all.</summary>
    public bool Unwrapped { get; init; }
}
