namespace ScoSearch.Lucene.Analysis.Folding;

/// <summary>What a <see cref="TextFolder"/> makes equal.</summary>
[Flags]
public enum TextFolding
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>
    /// Full-width ASCII becomes half-width, half-width katakana full-width; the ideographic space becomes a blank.
    /// </summary>
    Width = 1,

    /// <summary>
    /// Letters of all scripts with case become lower case; Greek and Latin variants of small letters become one.
    /// </summary>
    Case = 2,

    /// <summary>Traditional Chinese characters become simplified ones.</summary>
    Simplified = 4,

    /// <summary>All of them.</summary>
    All = Width | Case | Simplified,
}
