namespace ScoSearch.Core.Querying;

/// <summary>Terms by a pattern. Immutable.</summary>
/// <param name="Field">Whose terms; null for the fields of the request.</param>
/// <param name="Pattern">The pattern: * and ? with backslash before characters taken as themselves, or a regular expression.</param>
/// <param name="IsRegex">Whether it is a regular expression.</param>
/// <param name="Place">Where it stands in what was typed.</param>
internal sealed record PatternNode(QueryField? Field, string Pattern, bool IsRegex, TextPlace Place) : QueryNode(Place);
