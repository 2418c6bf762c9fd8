namespace ScoSearch.Core.Querying;

/// <summary>Values between two others. Immutable.</summary>
/// <param name="Field">The field.</param>
/// <param name="Lower">Least value; null for no bound.</param>
/// <param name="Upper">Largest value; null for no bound.</param>
/// <param name="Place">Where it stands in what was typed.</param>
internal sealed record RangeNode(QueryField Field, RangeBound? Lower, RangeBound? Upper, TextPlace Place) : QueryNode(Place);
