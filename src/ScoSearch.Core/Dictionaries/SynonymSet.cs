namespace ScoSearch.Core.Dictionaries;

/// <summary>Entries that mean the same: each finds all others. Immutable.</summary>
/// <param name="Entries">At least two entries, as written.</param>
public sealed record SynonymSet(IReadOnlyList<string> Entries);
