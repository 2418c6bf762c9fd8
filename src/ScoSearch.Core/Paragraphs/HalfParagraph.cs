namespace ScoSearch.Core.Paragraphs;

/// <summary>A paragraph that may be the first or the second half of one that was cut. Immutable.</summary>
/// <param name="Block">The paragraph.</param>
/// <param name="Index">Its place among the blocks.</param>
/// <param name="Stretch">Number of continuation signs before it: only halves of one stretch belong together.</param>
/// <param name="Strength">How surely it is a half: more is surer.</param>
/// <param name="Brackets">Brackets that a first half leaves open, or that a second half closes without opening them.</param>
/// <param name="AtSign">Whether it stands at the continuation sign that leads from one half to the other.</param>
internal sealed record HalfParagraph(Block Block, int Index, int Stretch, int Strength, int Brackets, bool AtSign);
