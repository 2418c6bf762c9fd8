namespace ScoSearch.Core.Documents;

/// <summary>What a paragraph is to a reader of the document.</summary>
/// <remarks>The names in lower case are what <c>inspect</c> prints and what the index stores.</remarks>
public enum ParagraphKind
{
    /// <summary>Running text; also list items and table rows.</summary>
    Body,

    /// <summary>Names a whole text.</summary>
    Title,

    /// <summary>Second line of a title, often opened by a dash.</summary>
    Subtitle,

    /// <summary>Author, agency, date line or editor's credit that stands alone.</summary>
    Byline,

    /// <summary>Names what follows and is not part of a sentence.</summary>
    Heading,

    /// <summary>One footnote or endnote, whole.</summary>
    Footnote,

    /// <summary>A text set apart on the page: block quotation or pull-out.</summary>
    Quote,

    /// <summary>Text of a picture or a table.</summary>
    Caption,

    /// <summary>Page numbers, running heads, continuation signs: labelled, not meant to be searched.</summary>
    Noise,
}
