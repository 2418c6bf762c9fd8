using System.IO;
using ScoSearch.Core.Variants;

namespace ScoSearch.DictionaryBuilder.Pinyin;

/// <summary>Packs the readings of characters and phrases; see <see cref="PinyinFormat"/>.</summary>
internal static class PinyinBuilder
{
    /// <summary>Builds the resource.</summary>
    /// <param name="folder">Holds unihan-readings.tsv.gz, phrases.tsv.gz and own-phrases.tsv.</param>
    public static byte[] Build(string folder)
    {
        SortedDictionary<char, List<string>> characters = CharacterReadings.Read(Path.Combine(folder, "unihan-readings.tsv.gz"));
        SortedDictionary<string, string[]> phrases = new(StringComparer.Ordinal);
        foreach (string name in (ReadOnlySpan<string>)["phrases.tsv.gz", "own-phrases.tsv"])
        {
            foreach (string[] row in TsvFile.ReadRows(Path.Combine(folder, name), 2))
            {
                AddPhrase(phrases, characters, row[0], row[1].Split(' '));
            }
        }

        string[] syllables = [.. characters.Values.SelectMany(r => r).Concat(phrases.Values.SelectMany(r => r))
            .Distinct().Order(StringComparer.Ordinal)];
        return Write(syllables, characters, phrases);
    }

    // A phrase that is read as its characters usually are says nothing new. A later source replaces an earlier one.
    private static void AddPhrase(
        SortedDictionary<string, string[]> phrases, SortedDictionary<char, List<string>> characters, string phrase, string[] reading)
    {
        string?[] letters = [.. reading.Select(Syllables.WithoutTone)];
        if (phrase.Length > PinyinFormat.MaxPhraseLength || letters.Length != phrase.Length || letters.Contains(null)
            || !phrase.All(c => characters.TryGetValue(c, out List<string>? known) && known.Count > 0))
        {
            return;
        }

        if (phrase.Index().All(c => characters[c.Item][0] == letters[c.Index]))
        {
            phrases.Remove(phrase);
        }
        else
        {
            phrases[phrase] = letters!;
        }
    }

    private static byte[] Write(
        string[] syllables, SortedDictionary<char, List<string>> characters, SortedDictionary<string, string[]> phrases)
    {
        Dictionary<string, ushort> numbers = syllables.Index().ToDictionary(s => s.Item, s => (ushort)s.Index);
        using MemoryStream packed = new();
        using BinaryWriter writer = new(packed);
        writer.Write(PinyinFormat.Magic);
        writer.Write(syllables.Length);
        foreach (string syllable in syllables)
        {
            writer.Write((byte)syllable.Length);
            writer.Write(System.Text.Encoding.ASCII.GetBytes(syllable));
        }

        writer.Write(characters.Count(c => c.Value.Count > 0));
        foreach ((char character, List<string> readings) in characters.Where(c => c.Value.Count > 0))
        {
            writer.Write((ushort)character);
            writer.Write((byte)readings.Count);
            readings.ForEach(r => writer.Write(numbers[r]));
        }

        writer.Write(phrases.Count);
        foreach ((string phrase, string[] reading) in phrases)
        {
            writer.Write((byte)phrase.Length);
            foreach (char character in phrase)
            {
                writer.Write((ushort)character);
            }

            foreach (string syllable in reading)
            {
                writer.Write(numbers[syllable]);
            }
        }

        return packed.ToArray();
    }
}
