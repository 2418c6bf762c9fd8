namespace ScoSearch.Core.Querying;

/// <summary>One end of a range. Immutable.</summary>
/// <param name="Value">The value as typed.</param>
/// <param name="IsIncluded">Whether the value itself is in the range.</param>
/// <param name="Place">Where it stands in what was typed.</param>
internal sealed record RangeBound(string Value, bool IsIncluded, TextPlace Place);
