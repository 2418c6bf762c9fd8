namespace ScoSearch.Core.Searching;

/// <summary>Where the time of a search went, in milliseconds. Immutable.</summary>
/// <param name="ParseMs">Reading and planning the query.</param>
/// <param name="SearchMs">Finding and ranking.</param>
/// <param name="FacetsMs">Counting facets.</param>
/// <param name="FetchMs">Reading the hits, marking and cutting them.</param>
/// <param name="Query">The query as it was searched, in the engine's notation.</param>
public sealed record SearchProfile(double ParseMs, double SearchMs, double FacetsMs, double FetchMs, string Query);
