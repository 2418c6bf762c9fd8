namespace ScoSearch.Core.Paragraphs;

/// <summary>A range of the source that a named rule takes out.</summary>
/// <param name="Start">First offset.</param>
/// <param name="End">Offset after the last character.</param>
/// <param name="Rule">Name of the rule.</param>
internal readonly record struct Leftover(int Start, int End, string Rule);
