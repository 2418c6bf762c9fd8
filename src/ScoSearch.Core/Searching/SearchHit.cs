namespace ScoSearch.Core.Searching;

/// <summary>One matching paragraph. Immutable.</summary>
public sealed record SearchHit
{
    /// <summary>Stable id of the paragraph: document id, <c>#</c>, paragraph number.</summary>
    public required string Id { get; init; }

    /// <summary>Relevance; larger is better, comparable within one answer only.</summary>
    public required float Score { get; init; }

    /// <summary>
    /// How it matched: "word" through words, "substring" only through characters that words do not cover, "variant" only
    /// through another spelling (pinyin, homophone, typing error).
    /// </summary>
    public required string Match { get; init; }

    /// <summary>The document it belongs to.</summary>
    public required DocumentInfo Document { get; init; }

    /// <summary>Where in the document it stands.</summary>
    public required ParagraphInfo Paragraph { get; init; }

    /// <summary>The whole paragraph, exactly as in the source.</summary>
    public required string Text { get; init; }

    /// <summary>The best part of the text, HTML-escaped, with the matches between the requested tags.</summary>
    public required string Snippet { get; init; }

    /// <summary>Every match: those in <see cref="Text"/> in order, then those in the title and the section.</summary>
    public required IReadOnlyList<Highlight> Highlights { get; init; }

    /// <summary>Neighbouring paragraphs in document order, without the hit; empty unless asked for.</summary>
    public IReadOnlyList<ContextParagraph> Context { get; init; } = [];

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

    /// <summary>When collapsed: how many more paragraphs of the document match; null otherwise.</summary>
    public long? MoreInDocument { get; init; }

    /// <summary>Why it has its score; null unless asked for.</summary>
    public HitExplanation? Explain { get; init; }
}
