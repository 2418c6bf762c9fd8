namespace ScoSearch.Core.Querying;

/// <summary>A field that has a value. Immutable.</summary>
/// <param name="Field">A field of values.</param>
/// <param name="Value">The value as typed, escapes resolved.</param>
/// <param name="Place">Where the value stands in what was typed.</param>
internal sealed record ValueNode(QueryField Field, string Value, TextPlace Place) : QueryNode(Place);
