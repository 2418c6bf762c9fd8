namespace ScoSearch.Core.Indexing;

/// <summary>What a code point is to <see cref="GramTokenizer"/>.</summary>
internal enum ElementKind
{
    /// <summary>Blank, punctuation, symbol, control character or lone surrogate: separates.</summary>
    None,

    /// <summary>A character of a script without blanks between words: an element of its own.</summary>
    Character,

    /// <summary>Letter or digit of another script: part of a run.</summary>
    Run,

    /// <summary>Combining mark or variation selector: belongs to what stands before it.</summary>
    Mark,
}
