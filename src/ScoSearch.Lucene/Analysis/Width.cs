namespace ScoSearch.Lucene.Analysis;

/// <summary>Folding of full-width ASCII and half-width katakana to their normal forms. Thread-safe.</summary>
internal static class Width
{
    /// <summary>Half-width voiced sound mark.</summary>
    public const char HalfWidthVoicedMark = '\uFF9E';

    /// <summary>Half-width semi-voiced sound mark.</summary>
    public const char HalfWidthSemiVoicedMark = '\uFF9F';

    // Normal forms of U+FF65 to U+FF9F (compatibility mappings of the Unicode Character Database).
    private const string Katakana =
        "\u30FB\u30F2\u30A1\u30A3\u30A5\u30A7\u30A9\u30E3\u30E5\u30E7\u30C3\u30FC\u30A2\u30A4\u30A6\u30A8"
        + "\u30AA\u30AB\u30AD\u30AF\u30B1\u30B3\u30B5\u30B7\u30B9\u30BB\u30BD\u30BF\u30C1\u30C4\u30C6\u30C8"
        + "\u30CA\u30CB\u30CC\u30CD\u30CE\u30CF\u30D2\u30D5\u30D8\u30DB\u30DE\u30DF\u30E0\u30E1\u30E2\u30E4"
        + "\u30E6\u30E8\u30E9\u30EA\u30EB\u30EC\u30ED\u30EF\u30F3\u3099\u309A";

    /// <summary>The normal form of one unit; itself when it has no other.</summary>
    public static char Fold(char unit) => unit switch
    {
        < '\uFF01' => unit,
        <= '\uFF5E' => (char)(unit - 0xFEE0),
        >= '\uFF65' and <= '\uFF9F' => Katakana[unit - '\uFF65'],
        _ => unit,
    };

    /// <summary>The form of a kana with a half-width sound mark behind it; 0 when there is none.</summary>
    public static char Compose(char kana, char mark) => mark switch
    {
        HalfWidthVoicedMark => ComposeVoiced(kana),
        HalfWidthSemiVoicedMark when IsHRow(kana) => (char)(kana + 2),
        _ => '\0',
    };

    /// <summary>Folds a term in place.</summary>
    /// <returns>The new length, smaller where sound marks joined.</returns>
    public static int Fold(Span<char> term)
    {
        int length = 0;
        foreach (char unit in term)
        {
            if (length > 0 && Compose(term[length - 1], unit) is not '\0' and char composed)
            {
                term[length - 1] = composed;
                continue;
            }

            term[length++] = Fold(unit);
        }

        return length;
    }

    private static char ComposeVoiced(char kana) => kana switch
    {
        >= '\u30AB' and <= '\u30C1' when (kana & 1) == 1 => (char)(kana + 1),
        '\u30C4' or '\u30C6' or '\u30C8' or '\u30FD' => (char)(kana + 1),
        '\u30A6' => '\u30F4',
        >= '\u30EF' and <= '\u30F2' => (char)(kana + 8),
        _ => IsHRow(kana) ? (char)(kana + 1) : '\0',
    };

    private static bool IsHRow(char kana) => kana is '\u30CF' or '\u30D2' or '\u30D5' or '\u30D8' or '\u30DB';
}
