namespace ScoSearch.Core.Searching;

/// <summary>Why a paragraph has its score, in words a person can follow. Immutable.</summary>
/// <param name="Value">What this part adds; the root has the score of the hit.</param>
/// <param name="Description">The part in words.</param>
/// <param name="Details">What it is made of; empty for a leaf.</param>
public sealed record HitExplanation(double Value, string Description, IReadOnlyList<HitExplanation> Details);
