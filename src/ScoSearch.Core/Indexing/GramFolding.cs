using System.Text;

namespace ScoSearch.Core.Indexing;

/// <summary>The form in which characters of bigram fields are compared: half width, lower case.</summary>
internal static class GramFolding
{
    /// <summary>Folds one code point.</summary>
    public static int Fold(int codePoint)
    {
        int narrow = codePoint is >= 0xFF01 and <= 0xFF5E ? codePoint - 0xFEE0 : codePoint;
        return narrow < 0x80
            ? (narrow is >= 'A' and <= 'Z' ? narrow | 0x20 : narrow)
            : Rune.IsValid(narrow) ? Rune.ToLowerInvariant(new Rune(narrow)).Value : narrow;
    }

    /// <summary>Folds a text.</summary>
    public static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            folded.Append(new Rune(Fold(rune.Value)));
        }

        return folded.ToString();
    }
}
