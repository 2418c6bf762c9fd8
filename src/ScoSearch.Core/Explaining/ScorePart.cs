namespace ScoSearch.Core.Explaining;

/// <summary>What one clause of a query adds to a score. Immutable.</summary>
/// <param name="Group">What kind of clause it is.</param>
/// <param name="Value">What it adds.</param>
/// <param name="Description">The clause in words.</param>
internal sealed record ScorePart(ScoreGroup Group, double Value, string Description);
