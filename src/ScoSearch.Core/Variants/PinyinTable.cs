using System.Diagnostics;
using System.IO;
using System.Text;

namespace ScoSearch.Core.Variants;

/// <summary>Syllables, readings of characters, and phrases that are read otherwise than their characters. Immutable; thread-safe.</summary>
/// <remarks>
/// A syllable is a <see cref="char"/> of its number plus one, so that a reading is a string and sorts as its letters do.
/// Syllables have no tones; ü is v.
/// </remarks>
internal sealed class PinyinTable
{
    private static readonly Lazy<PinyinTable> Shared = new(Load);

    private readonly string[] _syllables;
    private readonly Dictionary<string, char> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<char, string> _readings = [];

    private PinyinTable(BinaryReader reader)
    {
        if (reader.ReadUInt32() != PinyinFormat.Magic)
        {
            throw new UnreachableException("the readings were packed for another version");
        }

        _syllables = new string[reader.ReadInt32()];
        for (int i = 0; i < _syllables.Length; i++)
        {
            _syllables[i] = Encoding.ASCII.GetString(reader.ReadBytes(reader.ReadByte()));
            _numbers.Add(_syllables[i], (char)(i + 1));
        }

        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            char character = (char)reader.ReadUInt16();
            _readings.Add(character, ReadSyllables(reader, reader.ReadByte()));
        }

        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            int length = reader.ReadByte();
            string phrase = string.Create(length, reader, static (units, from) =>
            {
                for (int i = 0; i < units.Length; i++)
                {
                    units[i] = (char)from.ReadUInt16();
                }
            });
            _phrases.Add(phrase, ReadSyllables(reader, length));
        }
    }

    /// <summary>The table, read when first used: a few milliseconds and about two megabytes.</summary>
    public static PinyinTable Instance => Shared.Value;

    /// <summary>Number of syllables.</summary>
    public int SyllableCount => _syllables.Length;

    /// <summary>Letters of a syllable.</summary>
    public string LettersOf(char syllable) => _syllables[syllable - 1];

    /// <summary>The syllable with these letters, or '\0'.</summary>
    public char Find(ReadOnlySpan<char> letters) =>
        _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(letters, out char number) ? number : '\0';

    /// <summary>The syllables that begin with these letters: [First, Last], none when Last is less.</summary>
    public (char First, char Last) FindPrefix(ReadOnlySpan<char> letters)
    {
        int first = 0;
        while (first < _syllables.Length && _syllables[first].AsSpan().SequenceCompareTo(letters) < 0)
        {
            first++;
        }

        int last = first;
        while (last < _syllables.Length && _syllables[last].AsSpan().StartsWith(letters, StringComparison.Ordinal))
        {
            last++;
        }

        return ((char)(first + 1), (char)last);
    }

    /// <summary>Readings of a simplified character, the most usual first; empty when it has none.</summary>
    public string ReadingsOf(char character) => _readings.GetValueOrDefault(character, "");

    /// <summary>The longest phrase at a place that is read in a way of its own.</summary>
    /// <returns>Its reading, one syllable a character; empty when there is none.</returns>
    public string FindPhrase(ReadOnlySpan<char> text)
    {
        Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = Math.Min(PinyinFormat.MaxPhraseLength, text.Length); length > 1; length--)
        {
            if (lookup.TryGetValue(text[..length], out string? reading))
            {
                return reading;
            }
        }

        return "";
    }

    private static string ReadSyllables(BinaryReader reader, int count)
    {
        Span<char> syllables = stackalloc char[Math.Max(PinyinFormat.MaxReadings, PinyinFormat.MaxPhraseLength)];
        for (int i = 0; i < count; i++)
        {
            syllables[i] = (char)(reader.ReadUInt16() + 1);
        }

        return new string(syllables[..count]);
    }

    private static PinyinTable Load()
    {
        using Stream stream = typeof(PinyinTable).Assembly.GetManifestResourceStream(
            $"{typeof(PinyinTable).Namespace}.Resources.{PinyinFormat.FileName}")
            ?? throw new UnreachableException("the readings are not embedded");
        using BinaryReader reader = new(stream);
        return new PinyinTable(reader);
    }
}
