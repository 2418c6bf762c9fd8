namespace ScoSearch.Core.Highlighting;

/// <summary>A stretch of a text in UTF-16 units. Immutable.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">Unit after the last.</param>
internal readonly record struct TextSpan(int Start, int End);
