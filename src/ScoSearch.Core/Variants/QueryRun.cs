namespace ScoSearch.Core.Variants;

/// <summary>A part of a query of one kind. Immutable.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct QueryRun(int Start, int End, QueryRunKind Kind);
