namespace ScoSearch.Core.Dictionaries;

/// <summary>A word that the analysis keeps whole. Immutable.</summary>
/// <param name="Text">The word as written in the dictionary; no white space.</param>
/// <param name="Frequency">How strong the word is against other ways to cut, from 1; null for the default.</param>
public sealed record UserWord(string Text, int? Frequency);
