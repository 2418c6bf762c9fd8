namespace ScoSearch.Core.Searching;

/// <summary>A value of a facet. Immutable.</summary>
/// <param name="Value">The value, such as a document id or a year.</param>
/// <param name="Count">Number of matching paragraphs with it.</param>
/// <param name="Label">What to show for it: the title of a document; null where the value speaks for itself.</param>
public sealed record FacetValue(string Value, long Count, string? Label = null);
