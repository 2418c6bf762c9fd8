namespace ScoSearch.Lucene.Highlight;

/// <summary>An excerpt of a text with the places to mark in it. Immutable.</summary>
/// <param name="Text">The excerpt, exactly as in the text.</param>
/// <param name="StartOffset">Where it begins in the text, in UTF-16 code units.</param>
/// <param name="Highlights">The marked spans, relative to the excerpt; rising, apart from each other.</param>
/// <param name="Score">How much matches there; 0 for the beginning of a text without matches.</param>
public sealed record HighlightFragment(
    string Text, int StartOffset, IReadOnlyList<TextSpan> Highlights, float Score)
{
    /// <summary>Unit after the last, in the text.</summary>
    public int EndOffset => StartOffset + Text.Length;
}
