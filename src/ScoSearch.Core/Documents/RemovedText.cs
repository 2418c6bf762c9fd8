namespace ScoSearch.Core.Documents;

/// <summary>Characters left out by a named rule.</summary>
/// <param name="Rule">Name of the rule, such as <c>bookmark</c>.</param>
/// <param name="Count">How often the rule took something out.</param>
/// <param name="Characters">How many characters other than white space it took out.</param>
public readonly record struct RemovedText(string Rule, int Count, long Characters);
