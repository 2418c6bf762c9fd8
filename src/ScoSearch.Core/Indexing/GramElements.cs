using System.Globalization;
using System.Text;

namespace ScoSearch.Core.Indexing;

/// <summary>Classes of code points for <see cref="GramTokenizer"/>.</summary>
internal static class GramElements
{
    /// <summary>The class of the code point at a place, and its length in UTF-16 units.</summary>
    public static ElementKind KindAt(ReadOnlySpan<char> text, int at, out int length)
    {
        char unit = text[at];
        length = 1;
        if (unit < 0x80)
        {
            return char.IsAsciiLetterOrDigit(unit) ? ElementKind.Run : ElementKind.None;
        }

        if (unit is >= '\u4E00' and <= '\u9FFF')
        {
            return ElementKind.Character;
        }

        if (!char.IsSurrogate(unit))
        {
            return KindOf(new Rune(unit));
        }

        if (at + 1 == text.Length || !Rune.TryCreate(unit, text[at + 1], out Rune rune))
        {
            return ElementKind.None;
        }

        length = 2;
        return KindOf(rune);
    }

    /// <summary>Whether a code point only chooses the shape of the one before it.</summary>
    public static bool IsVariationSelector(int value) =>
        value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static ElementKind KindOf(Rune rune)
    {
        int value = rune.Value;
        if (IsCharacter(value))
        {
            return ElementKind.Character;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => ElementKind.Run,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark => ElementKind.Mark,
            _ => ElementKind.None,
        };
    }

    // Han with its extensions, radicals and compatibility forms, the ideographic zero, kana, bopomofo and Hangul.
    private static bool IsCharacter(int value) =>
        value is (>= 0x2E80 and <= 0x2FDF) or 0x3005 or 0x3006 or 0x3007 or (>= 0x3021 and <= 0x3029)
            or (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F) or (>= 0x30A1 and <= 0x30FA)
            or (>= 0x30FC and <= 0x312F) or (>= 0x3131 and <= 0x318E) or (>= 0x31A0 and <= 0x31BF)
            or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
            or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9D)
            or (>= 0x20000 and <= 0x323AF);
}
