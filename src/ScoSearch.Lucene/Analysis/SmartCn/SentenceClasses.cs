namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// Character classes of the sentence splitter, by number. General categories are those of Unicode 13.0.
/// </summary>
internal static class SentenceClasses
{
    /// <summary>All the rest; the default.</summary>
    public const byte Other = 0;

    /// <summary>Full stops of the Latin script.</summary>
    public const byte Dot = 1;

    /// <summary>Marks that end a sentence by themselves.</summary>
    public const byte Terminator = 2;

    /// <summary>Danda and double danda.</summary>
    public const byte Danda = 3;

    /// <summary>Paragraph separator U+2029.</summary>
    public const byte ParagraphSeparator = 4;

    /// <summary>Comma.</summary>
    public const byte Comma = 5;

    /// <summary>ASCII quotation marks.</summary>
    public const byte Quote = 6;

    /// <summary>Opening punctuation.</summary>
    public const byte Open = 7;

    /// <summary>Closing punctuation.</summary>
    public const byte Close = 8;

    /// <summary>White space.</summary>
    public const byte Space = 9;

    /// <summary>Lower-case letters.</summary>
    public const byte Lower = 10;

    /// <summary>Other letters, Han characters among them.</summary>
    public const byte Upper = 11;

    /// <summary>Numbers.</summary>
    public const byte Number = 12;

    /// <summary>Combining marks and format characters, which the automaton passes over.</summary>
    public const byte Ignored = 13;

    /// <summary>Number of classes.</summary>
    public const int Count = 14;

    /// <summary>The names of the classes in the source table, by number.</summary>
    public static ReadOnlySpan<string> Names => new string[]
    {
        "OTHER", "DOT", "TERM", "DANDA", "PS", "COMMA", "QUOTE", "OPEN", "CLOSE", "SPACE", "LOW", "UP", "NUM", "IGN",
    };
}
