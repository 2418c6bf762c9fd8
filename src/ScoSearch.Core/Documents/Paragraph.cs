namespace ScoSearch.Core.Documents;

/// <summary>One paragraph of a document: the unit that is indexed, ranked and shown. Immutable.</summary>
public sealed record Paragraph
{
    /// <summary>Place in the document, counted from 1 in reading order.</summary>
    public required int Number { get; init; }

    /// <summary>What the paragraph is.</summary>
    public required ParagraphKind Kind { get; init; }

    /// <summary>The text: the source's characters in the source's order, without markers and line ends.</summary>
    public required string Text { get; init; }

    /// <summary>Headings above the paragraph, outermost first; empty before the first heading.</summary>
    public IReadOnlyList<string> Section { get; init; } = [];

    /// <summary>Page on which the paragraph begins, counted from 1, or 0 when the source shows no pages.</summary>
    public int Page { get; init; }

    /// <summary>Source lines the paragraph came from, in the order of its text.</summary>
    public IReadOnlyList<LineRange> Lines { get; init; } = [];

    /// <summary>Footnote markers taken out of the text, by rising offset.</summary>
    public IReadOnlyList<FootnoteReference> Footnotes { get; init; } = [];

    /// <summary>Level of a heading, from 1 (outermost); 0 for everything else.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>
    /// Number of the paragraph that holds the other half, where this one was cut and its columns were extracted in the
    /// wrong order; 0 otherwise.
    /// </summary>
    public int ContinuedIn { get; init; }

    /// <summary>Number of the paragraph that holds the first half, where this one is the second; 0 otherwise.</summary>
    public int Continues { get; init; }

    /// <summary>Date of the paragraph alone in ISO form, where the source gives one; null otherwise.</summary>
    public string? Date { get; init; }

    /// <summary>Where each character of <see cref="Text"/> stands in the extracted text.</summary>
    public OffsetMap SourceMap { get; init; } = OffsetMap.Empty;
}
