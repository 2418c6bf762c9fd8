namespace ScoSearch.Core.Analyzing;

/// <summary>A text with both of its rows of tokens. Immutable.</summary>
/// <param name="Text">The text.</param>
/// <param name="Words">Words, by position.</param>
/// <param name="Bigrams">Han bigrams, and single characters where they are looked for, by position.</param>
public sealed record AnalyzedText(string Text, IReadOnlyList<AnalysisToken> Words, IReadOnlyList<AnalysisToken> Bigrams);
