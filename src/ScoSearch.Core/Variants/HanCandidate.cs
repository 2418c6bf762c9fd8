namespace ScoSearch.Core.Variants;

/// <summary>A word in place of characters of a query. Immutable.</summary>
/// <param name="Start">First character that is replaced.</param>
/// <param name="Word">The word; as many characters as it replaces.</param>
/// <param name="Score">How likely it was meant; larger is better.</param>
internal sealed record HanCandidate(int Start, string Word, double Score)
{
    /// <summary>The character after the last that is replaced.</summary>
    public int End => Start + Word.Length;
}
