namespace ScoSearch.Core.Analyzing;

/// <summary>One term of the query and where the paragraph has it. Immutable.</summary>
/// <param name="Term">The term.</param>
/// <param name="Row">The row of tokens it belongs to: "words" or "bigrams".</param>
/// <param name="IsSearched">False when the term only asks or is only grammar and is not looked for.</param>
/// <param name="Places">Where it stands; empty when it does not.</param>
public sealed record TermMatch(string Term, string Row, bool IsSearched, IReadOnlyList<TermPlace> Places);
