namespace ScoSearch.Lucene.Highlight;

/// <summary>A part of a text, in UTF-16 code units. Immutable.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">Unit after the last.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of units.</summary>
    public int Length => End - Start;
}
