namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>The character type of every UTF-16 unit. The ranges are SmartCn's, first match wins.</summary>
internal static class CharacterTypes
{
    /// <summary>First unit of type <see cref="CharacterType.Han"/>.</summary>
    public const char FirstHan = '\u4E00';

    /// <summary>Last unit of type <see cref="CharacterType.Han"/>.</summary>
    public const char LastHan = '\u9FA5';

    // 64 kB, of which running text touches a few cache lines.
    private static readonly CharacterType[] Table = CreateTable();

    /// <summary>The type of a unit.</summary>
    public static CharacterType Of(char unit) => Table[unit];

    /// <summary>True for white space, which the segmenter jumps over.</summary>
    public static bool IsSpace(char unit) => unit is ' ' or '\n' or '\t' or '\r' or '\u3000';

    /// <summary>True for letters that form one run: ASCII and full-width.</summary>
    public static bool IsLetter(char unit) => Table[unit] is CharacterType.Letter or CharacterType.WideLetter;

    /// <summary>True for digits that form one run: ASCII and full-width.</summary>
    public static bool IsDigit(char unit) => Table[unit] is CharacterType.Digit or CharacterType.WideDigit;

    /// <summary>The type of a unit by its definition.</summary>
    internal static CharacterType Classify(char unit) => unit switch
    {
        >= '\uD800' and <= '\uDFFF' => CharacterType.Surrogate,
        >= FirstHan and <= LastHan => CharacterType.Han,
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => CharacterType.Letter,
        >= '0' and <= '9' => CharacterType.Digit,
        ' ' or '\n' or '\t' or '\r' or '\u3000' => CharacterType.Space,
        (>= '\u0021' and <= '\u00BB') or (>= '\u2010' and <= '\u2642') or (>= '\u3001' and <= '\u301E')
            => CharacterType.Delimiter,
        (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A') => CharacterType.WideLetter,
        >= '\uFF10' and <= '\uFF19' => CharacterType.WideDigit,
        >= '\uFE30' and <= '\uFF63' => CharacterType.Delimiter,
        _ => CharacterType.Other,
    };

    private static CharacterType[] CreateTable()
    {
        CharacterType[] table = new CharacterType[char.MaxValue + 1];
        for (int unit = 0; unit < table.Length; unit++)
        {
            table[unit] = Classify((char)unit);
        }

        return table;
    }
}
