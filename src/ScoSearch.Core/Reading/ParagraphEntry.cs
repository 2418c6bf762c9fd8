using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Reading;

/// <summary>One paragraph with everything that is known about its place. Immutable.</summary>
public sealed record ParagraphEntry
{
    /// <summary>Stable id of the paragraph: document id, <c>#</c>, paragraph number.</summary>
    public required string Id { get; init; }

    /// <summary>The document it belongs to.</summary>
    public required DocumentInfo Document { get; init; }

    /// <summary>Where in the document it stands.</summary>
    public required ParagraphInfo Paragraph { get; init; }

    /// <summary>The whole paragraph, exactly as in the source.</summary>
    public required string Text { get; init; }

    /// <summary>Footnotes the paragraph refers to, in order.</summary>
    public IReadOnlyList<FootnoteInfo> Footnotes { get; init; } = [];

    /// <summary>For a footnote: the place it belongs to; null when unknown or no footnote.</summary>
    public FootnoteAnchor? Anchor { get; init; }

    /// <summary>
    /// The rest of the paragraph, where its halves stand apart because columns were extracted in the wrong order; null
    /// otherwise.
    /// </summary>
    public ContextParagraph? ContinuedIn { get; init; }

    /// <summary>The first half of the paragraph of which this is the rest; null otherwise.</summary>
    public ContextParagraph? Continues { get; init; }

    /// <summary>How to cite the paragraph.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Neighbouring paragraphs in document order, without this one; empty unless asked for.</summary>
    public IReadOnlyList<ContextParagraph> Context { get; init; } = [];
}
