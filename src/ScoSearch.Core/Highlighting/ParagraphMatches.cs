using ScoSearch.Lucene.Highlight;

namespace ScoSearch.Core.Highlighting;

/// <summary>Where a paragraph matches a query. Immutable; every list is ascending, without overlaps, neighbours joined.</summary>
/// <param name="Text">Matches in its text.</param>
/// <param name="Title">Matches in the title of its document.</param>
/// <param name="Section">Matches in its section path as it is shown.</param>
/// <param name="HasWord">Whether a word matches, in any of them.</param>
internal sealed record ParagraphMatches(
    IReadOnlyList<TextSpan> Text, IReadOnlyList<TextSpan> Title, IReadOnlyList<TextSpan> Section, bool HasWord)
{
    /// <summary>No match.</summary>
    public static ParagraphMatches None { get; } = new([], [], [], false);
}
