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

    /// <summary>
    /// Traditional Chinese characters become their usual simplified ones, whatever stands around them: a part of a text
    /// folds as it does within the text. Has no effect together with <see cref="Simplified"/>.
    /// </summary>
    SimplifiedByCharacter = 8,

    /// <summary>Width, case and simplified characters.</summary>
    All = Width | Case | Simplified,
}
