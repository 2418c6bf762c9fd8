namespace ScoSearch.Lucene.Search;

/// <summary>One place in a document that makes a query match. Immutable.</summary>
/// <param name="Field">The field.</param>
/// <param name="StartPosition">First token position.</param>
/// <param name="EndPosition">Last token position (inclusive).</param>
/// <param name="StartOffset">First UTF-16 unit of the field's text, or -1 where the index has no offsets.</param>
/// <param name="EndOffset">UTF-16 unit after the last, or -1.</param>
/// <param name="Weight">Importance: the idf of what matched there, at least 0; 1 where that has none.</param>
public readonly record struct MatchSpan(
    string Field, int StartPosition, int EndPosition, int StartOffset, int EndOffset, float Weight);
