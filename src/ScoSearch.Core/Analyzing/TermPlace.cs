namespace ScoSearch.Core.Analyzing;

/// <summary>A place where a term of the query stands. Immutable.</summary>
/// <param name="Field">The text it is in: "text" or "title".</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">UTF-16 unit after the last.</param>
public sealed record TermPlace(string Field, int Start, int End);
