namespace ScoSearch.Core.Documents;

/// <summary>Characters that are neighbours both in a paragraph and in its source.</summary>
/// <param name="TextStart">Offset of the first character in the paragraph's text.</param>
/// <param name="SourceStart">Offset of the first character in the extracted text.</param>
/// <param name="Length">Number of UTF-16 code units, at least 1.</param>
public readonly record struct OffsetRun(int TextStart, int SourceStart, int Length);
