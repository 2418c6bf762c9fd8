namespace ScoSearch.Core.Querying;

/// <summary>One part of a <see cref="BooleanNode"/>. Immutable.</summary>
/// <param name="Role">What it is needed for.</param>
/// <param name="Node">The part.</param>
internal sealed record QueryClause(ClauseRole Role, QueryNode Node);
