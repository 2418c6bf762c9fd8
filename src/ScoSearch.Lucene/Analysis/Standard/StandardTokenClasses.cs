namespace ScoSearch.Lucene.Analysis.Standard;

/// <summary>
/// Character classes of the standard tokenizer, by number (word break properties of Unicode 9, as Apache Lucene 8 uses
/// them).
/// </summary>
internal static class StandardTokenClasses
{
    /// <summary>Part of no token; the default.</summary>
    public const byte Separator = 0;

    /// <summary>Letter.</summary>
    public const byte Letter = 1;

    /// <summary>Hangul syllable or letter; a letter with a token type of its own.</summary>
    public const byte Hangul = 2;

    /// <summary>Digit.</summary>
    public const byte Digit = 3;

    /// <summary>Katakana.</summary>
    public const byte Katakana = 4;

    /// <summary>Underscore and the like, which join anything.</summary>
    public const byte Join = 5;

    /// <summary>Mark that joins two letters.</summary>
    public const byte MidLetter = 6;

    /// <summary>Mark that joins two digits.</summary>
    public const byte MidNumber = 7;

    /// <summary>Mark that joins two letters or two digits.</summary>
    public const byte MidBoth = 8;

    /// <summary>Combining mark, joiner or format character, which belongs to what is before it.</summary>
    public const byte Extend = 9;

    /// <summary>Han character.</summary>
    public const byte Ideographic = 10;

    /// <summary>Hiragana character.</summary>
    public const byte Hiragana = 11;

    /// <summary>Letter of a South-East Asian script without spaces.</summary>
    public const byte SoutheastAsian = 12;

    /// <summary>Combining mark of these scripts.</summary>
    public const byte SoutheastAsianExtend = 13;

    /// <summary>Emoji.</summary>
    public const byte Emoji = 14;

    /// <summary>The names of the classes in the source table, by number.</summary>
    public static ReadOnlySpan<string> Names => new string[]
    {
        "SEPARATOR", "LETTER", "HANGUL", "DIGIT", "KATA", "JOIN", "MIDLETTER", "MIDNUM", "MIDBOTH", "EXT", "IDEO",
        "HIRA", "SEA", "SEAEXT", "EMOJI",
    };
}
