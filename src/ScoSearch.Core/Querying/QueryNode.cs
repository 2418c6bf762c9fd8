namespace ScoSearch.Core.Querying;

/// <summary>What was asked, as a tree: made by the parsers, turned into an index query by the planner. Immutable.</summary>
/// <param name="Place">Where it stands in what was typed, for errors.</param>
internal abstract record QueryNode(TextPlace Place);
