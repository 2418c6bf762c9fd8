namespace ScoSearch.Core.Searching;

/// <summary>How to cite a paragraph. Immutable.</summary>
/// <param name="Text">For running text: title, section, paragraph number, page, date.</param>
/// <param name="Gbt7714">As an entry of a reference list after GB/T 7714.</param>
public sealed record Citation(string Text, string Gbt7714);
