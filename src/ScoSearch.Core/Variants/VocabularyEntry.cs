namespace ScoSearch.Core.Variants;

/// <summary>A text that the paragraphs of a snapshot hold, or that names them. Immutable.</summary>
/// <param name="Text">As it is shown.</param>
/// <param name="Key">Folded, for comparison; the same object as <paramref name="Text"/> where folding changes nothing.</param>
/// <param name="Kind">Where it is from.</param>
/// <param name="Count">Number of paragraphs with it.</param>
internal readonly record struct VocabularyEntry(string Text, string Key, VocabularyKind Kind, int Count);
