namespace ScoSearch.Core.Searching;

/// <summary>Says that a query was made less strict because it found too little as it was. Immutable.</summary>
/// <param name="Kind">What was done: "operator" (fewer words are needed), "variant" (spelling or pinyin variants were searched).</param>
/// <param name="Query">The query that answered.</param>
/// <param name="Message">The same in words, in the language of the request.</param>
public sealed record RelaxedQuery(string Kind, string Query, string Message);
