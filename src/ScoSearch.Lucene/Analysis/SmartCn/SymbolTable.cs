namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>What symbol each UTF-16 unit makes, in one number.</summary>
/// <remarks>
/// Below <see cref="FirstSpecial"/>: a Han character, the number is its code in the lexicon. From there on: a symbol of
/// one unit that is the lexicon's special node (number - FirstSpecial). From <see cref="Space"/> on: units that make no
/// symbol by themselves.
/// </remarks>
internal static class SymbolTable
{
    /// <summary>Number of the special node 0.</summary>
    public const uint FirstSpecial = 0x8000;

    /// <summary>White space. The largest number of all others is below it.</summary>
    public const uint Space = 0xC000;

    /// <summary>A letter, part of a run.</summary>
    public const uint Letter = 0xC001;

    /// <summary>A digit, part of a run.</summary>
    public const uint Digit = 0xC002;

    /// <summary>Half of a surrogate pair, or alone.</summary>
    public const uint Surrogate = 0xC003;

    /// <summary>Creates the table from the lexicon's codes.</summary>
    public static ushort[] Create(ushort[] codes)
    {
        ushort[] table = new ushort[char.MaxValue + 1];
        for (int unit = 0; unit < table.Length; unit++)
        {
            table[unit] = (ushort)Number((char)unit, codes[unit]);
        }

        return table;
    }

    private static uint Number(char unit, ushort code) => CharacterTypes.Of(unit) switch
    {
        CharacterType.Han => code != 0 ? code : FirstSpecial + SpecialNode.Unknown,
        CharacterType.Delimiter => FirstSpecial + code,
        CharacterType.Letter or CharacterType.WideLetter => Letter,
        CharacterType.Digit or CharacterType.WideDigit => Digit,
        CharacterType.Space => Space,
        CharacterType.Surrogate => Surrogate,
        _ => FirstSpecial + SpecialNode.String,
    };
}
