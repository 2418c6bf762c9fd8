namespace ScoSearch.Core.Searching;

/// <summary>Something that a look into a hit added to its score. Immutable.</summary>
/// <param name="Word">The word it opens with; null when it is for the script it is written in.</param>
/// <param name="Value">What was added.</param>
internal sealed record RescoredPart(string? Word, double Value);
