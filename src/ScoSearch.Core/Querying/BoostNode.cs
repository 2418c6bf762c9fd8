namespace ScoSearch.Core.Querying;

/// <summary>A part that counts more or less than others. Immutable.</summary>
/// <param name="Inner">The part.</param>
/// <param name="Boost">Factor on its score.</param>
/// <param name="Place">Where it stands in what was typed.</param>
internal sealed record BoostNode(QueryNode Inner, float Boost, TextPlace Place) : QueryNode(Place);
