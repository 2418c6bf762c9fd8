namespace ScoSearch.Core.Searching;

/// <summary>An entry of the synonym dictionary that stands in a query. Immutable.</summary>
/// <param name="Typed">The entry as it was typed, folded.</param>
/// <param name="Others">What means the same; at least one.</param>
internal sealed record TypedSynonyms(string Typed, IReadOnlyList<string> Others);
