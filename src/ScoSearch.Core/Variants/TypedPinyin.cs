using System.Text;
using ScoSearch.Lucene.Analysis.Folding;

namespace ScoSearch.Core.Variants;

/// <summary>Letters that may be pinyin, as typed by a person. Immutable.</summary>
/// <remarks>
/// Tones, as marks or digits, do not count; ü may be typed as ü, v or u:. Blanks, hyphens and apostrophes are borders of
/// syllables. Example: <c>Xi'an1 jīngshén</c> is <c>xianjingshen</c> with borders at 2 and 4.
/// </remarks>
internal sealed class TypedPinyin
{
    /// <summary>Most letters; longer ones are not read as pinyin.</summary>
    public const int MaxLetters = 80;

    private const int MaxSyllableLength = 6;

    private readonly bool[] _borders;

    private TypedPinyin(string letters, bool[] borders)
    {
        Letters = letters;
        _borders = borders;
    }

    /// <summary>The letters a to z.</summary>
    public string Letters { get; }

    /// <summary>Reads what was typed.</summary>
    /// <returns>Null when it holds anything but letters, tones and borders, or nothing, or too much.</returns>
    public static TypedPinyin? Read(string text)
    {
        StringBuilder letters = new();
        HashSet<int> borders = [];
        foreach (char unit in TextFolder.All.Fold(text))
        {
            char c = ToneMarks.Remove(unit);
            if (c is >= 'a' and <= 'z')
            {
                letters.Append(c);
            }
            else if ((c is '\u0308' or ':') && letters.Length > 0 && letters[^1] == 'u')
            {
                letters[^1] = 'v';
            }
            else if (c is >= '1' and <= '5' && letters.Length > 0 && !borders.Contains(letters.Length))
            {
                borders.Add(letters.Length);
            }
            else if (c is ' ' or '-' or '\'' or '’' or '‘' or '`')
            {
                borders.Add(letters.Length);
            }
            else if (!ToneMarks.IsCombining(c))
            {
                return null;
            }
        }

        if (letters.Length is 0 or > MaxLetters)
        {
            return null;
        }

        return new TypedPinyin(WithUsualUmlauts(letters), [.. Enumerable.Range(0, letters.Length + 1).Select(borders.Contains)]);
    }

    /// <summary>Whether a syllable border was typed before the letter.</summary>
    public bool IsBorder(int at) => _borders[at];

    /// <summary>Whether the letters can be cut into whole syllables.</summary>
    public bool CanBeSyllables()
    {
        bool[] reached = new bool[Letters.Length + 1];
        reached[0] = true;
        for (int at = 0; at < Letters.Length; at++)
        {
            if (reached[at])
            {
                foreach ((_, int end) in SyllablesAt(at))
                {
                    reached[end] = true;
                }
            }
        }

        return reached[^1];
    }

    /// <summary>The syllables that begin at a letter, with where they end.</summary>
    public IEnumerable<(char Syllable, int End)> SyllablesAt(int at)
    {
        for (int end = at + 1; end <= Math.Min(Letters.Length, at + MaxSyllableLength); end++)
        {
            char syllable = PinyinTable.Instance.Find(Letters.AsSpan(at, end - at));
            if (syllable != '\0')
            {
                yield return (syllable, end);
            }

            if (_borders[end])
            {
                yield break;
            }
        }
    }

    /// <summary>Whether all letters from one on can be the beginning of one syllable.</summary>
    public bool IsLastPart(int at)
    {
        if (Letters.Length - at > MaxSyllableLength || _borders.AsSpan(at + 1, Math.Max(0, Letters.Length - at - 1)).Contains(true))
        {
            return false;
        }

        (char first, char last) = PinyinTable.Instance.FindPrefix(Letters.AsSpan(at));
        return last >= first;
    }

    // After j, q, x and y the u is an ü and written without dots; lüe and nüe are often typed lue and nue.
    private static string WithUsualUmlauts(StringBuilder letters)
    {
        for (int i = 1; i < letters.Length; i++)
        {
            if (letters[i] == 'v' && letters[i - 1] is ('j' or 'q' or 'x' or 'y'))
            {
                letters[i] = 'u';
            }
            else if (letters[i] == 'u' && letters[i - 1] is ('l' or 'n') && i + 1 < letters.Length && letters[i + 1] == 'e')
            {
                letters[i] = 'v';
            }
        }

        return letters.ToString();
    }
}
