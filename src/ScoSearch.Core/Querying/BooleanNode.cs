namespace ScoSearch.Core.Querying;

/// <summary>Parts joined by operators, by standing side by side, or within parentheses. Immutable.</summary>
/// <param name="Clauses">The parts, at least one.</param>
/// <param name="Place">Where it stands in what was typed.</param>
internal sealed record BooleanNode(IReadOnlyList<QueryClause> Clauses, TextPlace Place) : QueryNode(Place);
