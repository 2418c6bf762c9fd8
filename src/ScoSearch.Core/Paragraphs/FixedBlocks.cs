using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Blocks whose kind the format knows.</summary>
internal static class FixedBlocks
{
    /// <summary>The block of a line with a role.</summary>
    public static Block Create(SourceLine line) => new(line)
    {
        Kind = line.Hints?.Role switch
        {
            LineRole.Title => ParagraphKind.Title,
            LineRole.Subtitle => ParagraphKind.Subtitle,
            LineRole.Byline => ParagraphKind.Byline,
            LineRole.Heading => ParagraphKind.Heading,
            LineRole.Quote => ParagraphKind.Quote,
            LineRole.Caption => ParagraphKind.Caption,
            LineRole.Footnote => ParagraphKind.Footnote,
            _ => ParagraphKind.Body,
        },
        KindIsFixed = true,
        Level = line.Hints?.Level ?? 0,
    };
}
