namespace ScoSearch.Lucene.Search;

/// <summary>One hit of a sorted search. Immutable.</summary>
/// <param name="Doc">Index-wide doc id; valid for the reader that was searched only.</param>
/// <param name="Score">The score, or NaN where it was not computed.</param>
/// <param name="Fields">The value of each sort key: float for scores, int for doc ids and 32-bit numbers, long, float, double, string; null for a missing string.</param>
public sealed record FieldDoc(int Doc, float Score, IReadOnlyList<object?> Fields) : ScoreDoc(Doc, Score);
