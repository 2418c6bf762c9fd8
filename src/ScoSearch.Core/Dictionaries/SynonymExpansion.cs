namespace ScoSearch.Core.Dictionaries;

/// <summary>An entry that finds others too, but is not found by them. Immutable.</summary>
/// <param name="From">The entry that is widened, as written.</param>
/// <param name="To">What it finds besides itself, as written; at least one.</param>
public sealed record SynonymExpansion(string From, IReadOnlyList<string> To);
