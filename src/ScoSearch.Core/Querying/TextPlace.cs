namespace ScoSearch.Core.Querying;

/// <summary>A stretch of what was typed, in UTF-16 units. Immutable.</summary>
/// <param name="Start">First unit, from 0.</param>
/// <param name="End">Unit after the last.</param>
internal readonly record struct TextPlace(int Start, int End);
