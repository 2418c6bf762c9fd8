namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>How the HMM segmenter treats a UTF-16 unit.</summary>
internal enum CharacterType : byte
{
    /// <summary>Anything not named below; a token of its own, taken as unknown text.</summary>
    Other,

    /// <summary>White space; no token.</summary>
    Space,

    /// <summary>Han character U+4E00 to U+9FA5; looked up in the dictionary.</summary>
    Han,

    /// <summary>ASCII letter.</summary>
    Letter,

    /// <summary>Full-width ASCII letter.</summary>
    WideLetter,

    /// <summary>ASCII digit.</summary>
    Digit,

    /// <summary>Full-width ASCII digit.</summary>
    WideDigit,

    /// <summary>Punctuation mark or symbol.</summary>
    Delimiter,

    /// <summary>Half of a surrogate pair.</summary>
    Surrogate,
}
