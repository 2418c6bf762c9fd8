using System.Buffers;
using System.IO;

namespace ScoSearch.Lucene.Analysis.Folding;

/// <summary>
/// Simplified forms of traditional Chinese characters, from OpenCC's tables. Immutable; shared by all threads.
/// </summary>
/// <remarks>
/// Packed file (little-endian, all uint16 except the counts): magic "SCS1"; count and pairs of characters with one
/// form; count and pairs of ambiguous characters and their usual form; count and phrases: length, key, value of the
/// same length. Ambiguous characters are decided by the longest phrase around them: 乾 is usually 干, but 乾 in 乾隆.
/// </remarks>
internal sealed class SimplifiedForms
{
    /// <summary>First bytes of the packed file.</summary>
    public const uint Magic = 0x31534353; // "SCS1"

    private static readonly Lazy<SimplifiedForms> Shared = new(static () => new SimplifiedForms());

    // Ordinary dictionaries: freezing them takes longer than a short-lived process would gain.
    private readonly Dictionary<char, char> _usual;
    private readonly Dictionary<char, Context[]> _contexts;

    private SimplifiedForms()
    {
        using Stream stream = PackedResource.Open(PackedResource.SimplifiedForms);
        using BinaryReader reader = new(stream);
        PackedResource.ReadHeader(stream, Magic, PackedResource.SimplifiedForms);
        Forms = ReadPairs(reader);
        _usual = ReadPairs(reader);
        Ambiguous = SearchValues.Create([.. _usual.Keys]);
        _contexts = ReadContexts(reader, _usual);
    }

    /// <summary>The tables, loaded by the first caller.</summary>
    public static SimplifiedForms Instance => Shared.Value;

    /// <summary>Characters with one form.</summary>
    public IReadOnlyDictionary<char, char> Forms { get; }

    /// <summary>Characters whose form depends on what is around them.</summary>
    public SearchValues<char> Ambiguous { get; }

    /// <summary>The form of an ambiguous character.</summary>
    /// <param name="text">Text in which all other characters have their forms already.</param>
    /// <param name="index">Where the character is.</param>
    public char Decide(ReadOnlySpan<char> text, int index)
    {
        char character = text[index];
        if (_contexts.TryGetValue(character, out Context[]? contexts))
        {
            foreach (Context context in contexts)
            {
                if (index >= context.Offset && text[(index - context.Offset)..].StartsWith(context.Phrase))
                {
                    return context.Form;
                }
            }
        }

        return _usual[character];
    }

    private static Dictionary<char, char> ReadPairs(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        Dictionary<char, char> pairs = new(count);
        for (int i = 0; i < count; i++)
        {
            pairs.Add((char)reader.ReadUInt16(), (char)reader.ReadUInt16());
        }

        return pairs;
    }

    private static Dictionary<char, Context[]> ReadContexts(BinaryReader reader, Dictionary<char, char> ambiguous)
    {
        Dictionary<char, List<Context>> contexts = [];
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            int length = reader.ReadUInt16();
            string phrase = ReadString(reader, length);
            string value = ReadString(reader, length);
            for (int i = 0; i < length; i++)
            {
                if (ambiguous.ContainsKey(phrase[i]))
                {
                    (contexts.TryGetValue(phrase[i], out List<Context>? list) ? list : contexts[phrase[i]] = [])
                        .Add(new Context(phrase, i, value[i]));
                }
            }
        }

        Dictionary<char, Context[]> sorted = new(contexts.Count);
        foreach ((char character, List<Context> list) in contexts)
        {
            list.Sort(Compare);
            sorted.Add(character, [.. list]);
        }

        return sorted;
    }

    // The longest phrases first.
    private static int Compare(Context left, Context right)
    {
        int order = right.Phrase.Length.CompareTo(left.Phrase.Length);
        order = order != 0 ? order : string.CompareOrdinal(left.Phrase, right.Phrase);
        return order != 0 ? order : left.Offset.CompareTo(right.Offset);
    }

    private static string ReadString(BinaryReader reader, int length) =>
        string.Create(length, reader, static (text, source) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = (char)source.ReadUInt16();
            }
        });

    // An ambiguous character at an offset of a phrase, and the form it has there.
    private sealed record Context(string Phrase, int Offset, char Form);
}
