namespace ScoSearch.Core.Searching;

/// <summary>A neighbour of a hit. Immutable.</summary>
/// <param name="Id">Stable id of the paragraph.</param>
/// <param name="Number">Number in its document, from 1.</param>
/// <param name="Kind">Kind of paragraph.</param>
/// <param name="Text">The whole paragraph.</param>
public sealed record ContextParagraph(string Id, int Number, string Kind, string Text);
