namespace ScoSearch.Core.Searching;

/// <summary>The place that a footnote belongs to. Immutable.</summary>
/// <param name="Id">Id of the paragraph that refers to the footnote.</param>
/// <param name="Number">Its number in the document, from 1.</param>
/// <param name="Sentence">The sentence that refers to it.</param>
public sealed record FootnoteAnchor(string Id, int Number, string Sentence);
