using System.Buffers;
using System.Text;
using ScoSearch.Core.Variants;

namespace ScoSearch.DictionaryBuilder.Pinyin;

/// <summary>Syllables without tones.</summary>
internal static class Syllables
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouv");

    /// <summary>The letters of a syllable without its tone, ü as v; null when it is none.</summary>
    public static string? WithoutTone(string syllable)
    {
        StringBuilder letters = new();
        foreach (char unit in syllable)
        {
            char letter = ToneMarks.Remove(unit);
            if (letter is >= 'a' and <= 'z')
            {
                letters.Append(letter);
            }
            else if (!ToneMarks.IsCombining(letter))
            {
                return null;
            }
        }

        // Syllables without a vowel (m, n, ng, hm) are interjections; nobody writes words with them.
        string all = letters.ToString();
        return all.AsSpan().IndexOfAny(Vowels) < 0 ? null : all;
    }
}
