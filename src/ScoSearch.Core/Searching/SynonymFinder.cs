using ScoSearch.Core.Dictionaries;
using ScoSearch.Lucene.Analysis.Folding;

namespace ScoSearch.Core.Searching;

/// <summary>Finds entries of the synonym dictionary in what was typed. Immutable; thread-safe.</summary>
/// <remarks>The longest entry at the leftmost place wins; entries of letters or digits must stand as whole words.</remarks>
internal sealed class SynonymFinder
{
    // Others of one entry that are looked for; keeps the query small whatever the dictionary says.
    private const int MaxOthers = 16;

    // Entries of one query that are widened.
    private const int MaxEntries = 8;

    private readonly Dictionary<string, IReadOnlyList<string>> _others = new(StringComparer.Ordinal);
    private readonly int _maxLength;

    public SynonymFinder(Synonyms synonyms)
    {
        foreach (string key in synonyms.Keys)
        {
            _others.TryAdd(TextFolder.All.Fold(key), [.. synonyms.Of(key).Take(MaxOthers)]);
        }

        _maxLength = _others.Count == 0 ? 0 : _others.Keys.Max(key => key.Length);
    }

    /// <summary>The entries that were typed, in their order, with what else to look for.</summary>
    /// <param name="folded">The typed text, folded.</param>
    public IReadOnlyList<TypedSynonyms> Find(string folded)
    {
        List<TypedSynonyms> found = [];
        for (int at = 0; at < folded.Length && found.Count < MaxEntries;)
        {
            int length = FindAt(folded, at, out IReadOnlyList<string> others);
            if (length > 0)
            {
                found.Add(new TypedSynonyms(folded.Substring(at, length), others));
            }

            at += Math.Max(1, length);
        }

        return found;
    }

    private int FindAt(string folded, int at, out IReadOnlyList<string> others)
    {
        Dictionary<string, IReadOnlyList<string>>.AlternateLookup<ReadOnlySpan<char>> lookup =
            _others.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = Math.Min(_maxLength, folded.Length - at); length > 0; length--)
        {
            if (lookup.TryGetValue(folded.AsSpan(at, length), out IReadOnlyList<string>? found)
                && IsBorder(folded, at) && IsBorder(folded, at + length))
            {
                others = found;
                return length;
            }
        }

        others = [];
        return 0;
    }

    // Han characters may be cut anywhere; a run of other letters or digits may not.
    private static bool IsBorder(string text, int at) =>
        at == 0 || at == text.Length || !IsRun(text[at - 1]) || !IsRun(text[at]);

    private static bool IsRun(char c) => char.IsLetterOrDigit(c) && c is < '\u2E80' or > '\uFF00';
}
