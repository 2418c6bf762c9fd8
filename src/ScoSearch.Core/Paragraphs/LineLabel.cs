namespace ScoSearch.Core.Paragraphs;

/// <summary>What a line was found to be before seams are decided.</summary>
internal enum LineLabel
{
    /// <summary>Text to be joined or not.</summary>
    Text,

    /// <summary>Page number, running head or foot.</summary>
    Furniture,

    /// <summary>Continuation sign: text before and after it is not continuous.</summary>
    Continuation,

    /// <summary>First line of a footnote.</summary>
    FootnoteStart,

    /// <summary>Further line of a footnote.</summary>
    FootnoteRest,

    /// <summary>Line of a footnote that began on the page before.</summary>
    FootnoteCarry,

    /// <summary>Nothing but the footnote marker of the text before it.</summary>
    LoneMarker,

    /// <summary>A line of dashes or the like.</summary>
    Rule,

    /// <summary>Scattered words of a display title.</summary>
    Scatter,

    /// <summary>The format fixes what the line is.</summary>
    Fixed,
}
