namespace ScoSearch.Core.Querying;

/// <summary>Text that must stand together. Immutable.</summary>
/// <param name="Field">Where to look; null for the fields of the request.</param>
/// <param name="Text">The characters, escapes resolved.</param>
/// <param name="Slop">How many characters its words may be moved in all; 0 for as typed.</param>
/// <param name="Place">Where it stands in what was typed.</param>
internal sealed record PhraseNode(QueryField? Field, string Text, int Slop, TextPlace Place) : QueryNode(Place);
