using System.IO;
using ScoSearch.Lucene.Analysis.Folding;

namespace ScoSearch.DictionaryBuilder.Folding;

/// <summary>
/// Packs OpenCC's traditional-to-simplified tables into the file that <see cref="SimplifiedForms"/> reads.
/// </summary>
/// <remarks>
/// <para>
/// A character is ambiguous if some phrase turns it into something else than the character table does; it is decided by
/// the longest phrase around it, all others by the table. Phrases are stored with their unambiguous characters already
/// simplified, so that 顯著 and 显著 are one phrase.
/// </para>
/// <para>
/// Added to OpenCC's tables: 著 becomes 着, as Taiwan writes the particle, except in the words of SmartCn's dictionary
/// and OpenCC's Taiwan table that keep it. Left out: characters outside the basic plane and phrases of another length,
/// because folding keeps the length.
/// </para>
/// </remarks>
internal sealed class SimplifiedBuilder
{
    private const char Particle = '著';
    private const char SimplifiedParticle = '着';

    private readonly SortedDictionary<char, char> _forms = [];
    private readonly SortedDictionary<char, char> _ambiguous = [];
    private readonly SortedDictionary<string, string> _phrases = new(StringComparer.Ordinal);

    private SimplifiedBuilder(string openccFolder, string keepFile, string smartcnFolder)
    {
        ReadCharacters(Path.Combine(openccFolder, "TSCharacters.tsv"));
        List<(string Key, string Value)> phrases = [.. ReadPhrases(Path.Combine(openccFolder, "TSPhrases.tsv"))];
        IEnumerable<string> kept = TsvFile.ReadRows(Path.Combine(smartcnFolder, "core-words.tsv.gz"), 2)
            .Select(static row => row[0])
            .Concat(ReadPhrases(Path.Combine(openccFolder, "TWVariantsRevPhrases.tsv")).Select(static row => row.Key))
            .Concat(TsvFile.ReadRows(keepFile, 1).Select(static row => row[0]))
            .Where(static word => word.Length > 1 && word.Contains(Particle, StringComparison.Ordinal));
        MarkAmbiguous(phrases);
        AddPhrases(phrases);
        AddKept(kept);
        CheckThatFoldingEnds();
    }

    /// <summary>Packs the tables.</summary>
    public static byte[] Build(string openccFolder, string keepFile, string smartcnFolder) =>
        new SimplifiedBuilder(openccFolder, keepFile, smartcnFolder).Pack();

    private void ReadCharacters(string path)
    {
        foreach (string[] row in TsvFile.ReadRows(path, 2))
        {
            string target = row[1].Split(' ')[0];
            if (row[0].Length == 1 && target.Length == 1 && row[0] != target)
            {
                _forms.Add(row[0][0], target[0]);
            }
        }

        // A few forms lead to a character that has a form itself; one step must do.
        foreach (char character in _forms.Keys.ToArray())
        {
            while (_forms.TryGetValue(_forms[character], out char next))
            {
                _forms[character] = next;
            }
        }
    }

    private static IEnumerable<(string Key, string Value)> ReadPhrases(string path) =>
        TsvFile.ReadRows(path, 2).Select(static row => (row[0], row[1].Split(' ')[0]))
            .Where(static row => row.Item1.Length == row.Item2.Length && !row.Item1.Any(char.IsSurrogate)
                && !row.Item2.Any(char.IsSurrogate));

    private char Form(char character) => _forms.GetValueOrDefault(character, character);

    private void MarkAmbiguous(List<(string Key, string Value)> phrases)
    {
        foreach ((string key, string value) in phrases)
        {
            foreach ((char from, char to) in key.Zip(value))
            {
                if (Form(from) != to)
                {
                    _ambiguous[from] = Form(from);
                }
            }
        }

        _ambiguous[Particle] = SimplifiedParticle;
        foreach (char character in _ambiguous.Keys)
        {
            _forms.Remove(character);
        }
    }

    // Unambiguous characters simplified, ambiguous ones as they are (they have no entry in the forms any more).
    private string HalfFold(string text) => string.Concat(text.Select(Form));

    private void AddPhrases(List<(string Key, string Value)> phrases)
    {
        foreach ((string key, string value) in phrases)
        {
            string half = HalfFold(key);
            if (half.Any(_ambiguous.ContainsKey))
            {
                _phrases.TryAdd(half, value);
            }
        }
    }

    private void AddKept(IEnumerable<string> words)
    {
        foreach (string word in words)
        {
            string half = HalfFold(word);
            string value = string.Concat(half.Select(character =>
                character == Particle ? character : _ambiguous.GetValueOrDefault(character, character)));
            _phrases.TryAdd(half, value);
        }
    }

    // Folding repeats until nothing changes; that ends because no character can come back.
    private void CheckThatFoldingEnds()
    {
        Dictionary<char, HashSet<char>> steps = [];
        foreach ((char from, char to) in _ambiguous.Select(static pair => (pair.Key, pair.Value))
            .Concat(_phrases.SelectMany(static phrase => phrase.Key.Zip(phrase.Value))))
        {
            if (from != to)
            {
                if (!_ambiguous.ContainsKey(from) || _forms.ContainsKey(to))
                {
                    throw new InvalidDataException($"U+{(int)from:X4} must not become U+{(int)to:X4}");
                }

                (steps.TryGetValue(from, out HashSet<char>? targets) ? targets : steps[from] = []).Add(to);
            }
        }

        foreach (char start in steps.Keys)
        {
            HashSet<char> reached = [];
            Stack<char> open = new(steps[start]);
            while (open.TryPop(out char character))
            {
                if (character == start)
                {
                    throw new InvalidDataException($"U+{(int)start:X4} can come back");
                }

                if (reached.Add(character) && steps.TryGetValue(character, out HashSet<char>? targets))
                {
                    targets.ToList().ForEach(open.Push);
                }
            }
        }
    }

    private byte[] Pack()
    {
        using MemoryStream packed = new();
        using BinaryWriter writer = new(packed);
        writer.Write(SimplifiedForms.Magic);
        foreach (SortedDictionary<char, char> table in new[] { _forms, _ambiguous })
        {
            writer.Write(table.Count);
            foreach ((char from, char to) in table)
            {
                writer.Write((ushort)from);
                writer.Write((ushort)to);
            }
        }

        writer.Write(_phrases.Count);
        foreach ((string key, string value) in _phrases)
        {
            writer.Write((ushort)key.Length);
            foreach (char unit in key + value)
            {
                writer.Write((ushort)unit);
            }
        }

        return packed.ToArray();
    }
}
