namespace ScoSearch.Lucene.Search;

/// <summary>One hit. Immutable.</summary>
/// <param name="Doc">Index-wide doc id; valid for the reader that was searched only.</param>
/// <param name="Score">The score, or NaN where hits are sorted by something else.</param>
public record ScoreDoc(int Doc, float Score);
