namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>What shows where a paragraph begins.</summary>
internal enum ParagraphStart
{
    /// <summary>Two full-width blanks.</summary>
    FullWidthIndent,

    /// <summary>Four blanks.</summary>
    BlankIndent,

    /// <summary>Set with an indent that the extraction dropped.</summary>
    LostIndent,

    /// <summary>No indent; a blank line between paragraphs.</summary>
    BlankLine,
}
