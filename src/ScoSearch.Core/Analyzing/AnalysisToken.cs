namespace ScoSearch.Core.Analyzing;

/// <summary>One token of a text. Immutable.</summary>
/// <param name="Term">The term that is indexed or looked for: folded, Latin words without their endings.</param>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="End">UTF-16 unit after the last.</param>
/// <param name="Position">Ordinal of the token in its row, from 0; tokens at one place share it.</param>
public sealed record AnalysisToken(string Term, int Start, int End, int Position);
