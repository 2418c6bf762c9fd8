using ScoSearch.Core.Variants;

namespace ScoSearch.DictionaryBuilder.Pinyin;

/// <summary>Reads the readings of characters from lines of Unihan_Readings.txt.</summary>
internal static class CharacterReadings
{
    // The order says which property knows best how usual a reading is.
    private static readonly string[] Properties = ["kHanyuPinlu", "kMandarin", "kTGHZ2013"];

    /// <summary>Syllables without tones by character, the most usual first.</summary>
    public static SortedDictionary<char, List<string>> Read(string path)
    {
        Dictionary<(char Character, string Property), string> values = [];
        SortedDictionary<char, List<string>> readings = [];
        foreach (string[] row in TsvFile.ReadRows(path, 3))
        {
            char character = checked((char)TsvFile.ParseHex(row[0][2..]));
            values[(character, row[1])] = row[2];
            readings[character] = [];
        }

        foreach ((char character, List<string> found) in readings)
        {
            foreach (string property in Properties)
            {
                foreach (string value in values.GetValueOrDefault((character, property), "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
                {
                    // "háng(218)" counts in a corpus; "131.140:háng" names a page.
                    string syllable = value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('(')[0];
                    if (Syllables.WithoutTone(syllable) is { } letters && !found.Contains(letters) && found.Count < PinyinFormat.MaxReadings)
                    {
                        found.Add(letters);
                    }
                }
            }
        }

        return readings;
    }
}
