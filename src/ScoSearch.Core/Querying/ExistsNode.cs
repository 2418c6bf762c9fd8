namespace ScoSearch.Core.Querying;

/// <summary>A field that has any value; all paragraphs when there is no field. Immutable.</summary>
/// <param name="Field">The field; null for all paragraphs.</param>
/// <param name="Place">Where it stands in what was typed.</param>
internal sealed record ExistsNode(QueryField? Field, TextPlace Place) : QueryNode(Place);
