namespace ScoSearch.Lucene.Analysis;

/// <summary>Names of token types, as Apache Lucene's tokenizers use them.</summary>
public static class TokenTypes
{
    /// <summary>Default type.</summary>
    public const string Word = "word";

    /// <summary>Letters and digits.</summary>
    public const string AlphaNum = "<ALPHANUM>";

    /// <summary>Digits only.</summary>
    public const string Num = "<NUM>";

    /// <summary>South-East Asian script without spaces.</summary>
    public const string SoutheastAsian = "<SOUTHEAST_ASIAN>";

    /// <summary>One Han character.</summary>
    public const string Ideographic = "<IDEOGRAPHIC>";

    /// <summary>One hiragana character.</summary>
    public const string Hiragana = "<HIRAGANA>";

    /// <summary>Katakana.</summary>
    public const string Katakana = "<KATAKANA>";

    /// <summary>Hangul.</summary>
    public const string Hangul = "<HANGUL>";

    /// <summary>An emoji sequence.</summary>
    public const string Emoji = "<EMOJI>";

    /// <summary>One element that found no partner, out of the bigram filter.</summary>
    public const string Single = "<SINGLE>";

    /// <summary>Two neighbouring elements, out of the bigram filter.</summary>
    public const string Double = "<DOUBLE>";

    /// <summary>A synonym of a token in the text.</summary>
    public const string Synonym = "SYNONYM";
}
