namespace ScoSearch.Core.Querying;

/// <summary>Text as it was typed, without blanks in the <c>lucene</c> syntax. Immutable.</summary>
/// <param name="Field">Where to look; null for the fields of the request.</param>
/// <param name="Text">The characters, escapes resolved.</param>
/// <param name="Place">Where it stands in what was typed.</param>
internal sealed record TextNode(QueryField? Field, string Text, TextPlace Place) : QueryNode(Place);
