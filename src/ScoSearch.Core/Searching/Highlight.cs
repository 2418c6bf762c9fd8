namespace ScoSearch.Core.Searching;

/// <summary>One match in a text. Immutable.</summary>
/// <param name="Field">The text it is in: "text", "title" or "section".</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">Number of UTF-16 units.</param>
/// <param name="StartCodePoint">First code point.</param>
/// <param name="LengthCodePoint">Number of code points.</param>
/// <param name="Term">The marked characters as they stand in the text.</param>
public sealed record Highlight(string Field, int Start, int Length, int StartCodePoint, int LengthCodePoint, string Term);
