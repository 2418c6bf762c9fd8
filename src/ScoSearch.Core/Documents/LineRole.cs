namespace ScoSearch.Core.Documents;

/// <summary>What a format says a line is. Plain text says nothing.</summary>
public enum LineRole
{
    /// <summary>The format does not say; reconstruction decides.</summary>
    Unknown,

    /// <summary>Title of the document.</summary>
    Title,

    /// <summary>Subtitle of the document.</summary>
    Subtitle,

    /// <summary>Author or date line.</summary>
    Byline,

    /// <summary>Heading; its level is <see cref="LineHints.Level"/>.</summary>
    Heading,

    /// <summary>Paragraph of running text, whole.</summary>
    Body,

    /// <summary>Item of a list, whole.</summary>
    ListItem,

    /// <summary>Block quotation, whole.</summary>
    Quote,

    /// <summary>Text of a picture or a table.</summary>
    Caption,

    /// <summary>Row of a table, cells separated by tabs.</summary>
    TableRow,

    /// <summary>Footnote or endnote, whole; its id is <see cref="LineHints.NoteId"/>.</summary>
    Footnote,

    /// <summary>Line of code or other text whose line ends matter.</summary>
    Preformatted,

    /// <summary>Running head or foot of a page; text goes on across it.</summary>
    Furniture,
}
