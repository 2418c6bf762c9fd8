namespace ScoSearch.Core.Searching;

/// <summary>A value of a facet. Immutable.</summary>
/// <param name="Value">The value, such as a document id or a year.</param>
/// <param name="Count">Number of matching paragraphs with it.</param>
public sealed record FacetValue(string Value, long Count);
