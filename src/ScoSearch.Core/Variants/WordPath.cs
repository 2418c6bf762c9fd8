namespace ScoSearch.Core.Variants;

/// <summary>Words that together are read as some letters. Immutable.</summary>
/// <param name="Text">The words; a blank between them where one was typed.</param>
/// <param name="Score">Logarithm of their likelihood; larger is better.</param>
internal sealed record WordPath(string Text, double Score);
