namespace ScoSearch.Core.Documents;

/// <summary>What a line end of the extracted text means.</summary>
public enum TextLayout
{
    /// <summary>Not known: lines may be wrapped by a page or be whole paragraphs.</summary>
    Lines,

    /// <summary>The format separates paragraphs itself: each line is one, save for damage done before.</summary>
    Paragraphs,
}
