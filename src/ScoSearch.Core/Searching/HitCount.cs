namespace ScoSearch.Core.Searching;

/// <summary>Number of matching paragraphs. Immutable.</summary>
/// <param name="Value">The number.</param>
/// <param name="Relation">"eq" when exact, "gte" when at least that many match.</param>
public sealed record HitCount(long Value, string Relation);
