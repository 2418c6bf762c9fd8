namespace ScoSearch.Ingestion.Markdown;

/// <summary>A line of a paragraph.</summary>
/// <param name="Text">Its text without markup.</param>
/// <param name="Offset">Number of source lines after the paragraph's first.</param>
/// <param name="HardBreak">Whether it ends in a hard break.</param>
internal sealed record MarkdownLine(TextWithMarkers Text, int Offset, bool HardBreak);
