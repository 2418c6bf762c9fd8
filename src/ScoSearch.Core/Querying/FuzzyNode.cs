namespace ScoSearch.Core.Querying;

/// <summary>Terms that differ little from a word. Immutable.</summary>
/// <param name="Field">Whose terms; null for the fields of the request.</param>
/// <param name="Text">The word.</param>
/// <param name="MaxEdits">Most characters changed, left out, added or swapped with a neighbour: 1 or 2.</param>
/// <param name="Place">Where it stands in what was typed.</param>
internal sealed record FuzzyNode(QueryField? Field, string Text, int MaxEdits, TextPlace Place) : QueryNode(Place);
