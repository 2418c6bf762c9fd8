namespace ScoSearch.Core.Suggesting;

/// <summary>One way in which a text may go on. Immutable.</summary>
/// <param name="Text">The whole text to search for.</param>
/// <param name="Kind">
/// Where it is from: "term" (a word of the user dictionary), "name" (an author or a source), "title" (of a document) or "word"
/// (of the texts).
/// </param>
/// <param name="Count">Number of paragraphs with it.</param>
public sealed record Suggestion(string Text, string Kind, long Count);
