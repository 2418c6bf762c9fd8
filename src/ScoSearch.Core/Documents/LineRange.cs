namespace ScoSearch.Core.Documents;

/// <summary>A run of lines of the source.</summary>
/// <param name="First">First line, counted from 1.</param>
/// <param name="Last">Last line, included; not less than <paramref name="First"/>.</param>
public readonly record struct LineRange(int First, int Last);
