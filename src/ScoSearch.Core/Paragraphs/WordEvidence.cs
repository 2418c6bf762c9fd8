using System.Numerics;

namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// How well two characters go together, judged by the document itself: a pair that a line end cuts usually stands
/// whole somewhere else in the text. A dictionary, where there is one, says the same more surely. Not thread-safe.
/// </summary>
/// <remarks>Built in one pass when first asked; after that every question costs a look-up.</remarks>
/// <param name="text">The document.</param>
/// <param name="words">A dictionary, or null.</param>
internal sealed class WordEvidence(string text, IWordKnowledge? words)
{
    private const int MaxScan = 2_000_000;
    private const int MaxConfirmations = 2_000; // look-ups in the text itself, where two pairs share a slot of the table
    private const int MaxTable = 1 << 20;

    private readonly Dictionary<(char, char), int> _known = [];
    private byte[]? _pairs; // how often a pair of the slot's hash occurs, at most 2; never less than the truth
    private HashSet<ulong>? _latin;
    private int _confirmations;

    /// <summary>0 (nothing known) to 3 (certain), for two Chinese characters; 0 for everything else.</summary>
    public int Affinity(char left, char right)
    {
        if (!CharClass.IsHan(left) || !CharClass.IsHan(right))
        {
            return 0;
        }

        if (_known.TryGetValue((left, right), out int known))
        {
            return known;
        }

        int value = words?.IsWithinWord(left, right) == true ? 3 : Occurrences(left, right);
        _known.Add((left, right), value);
        return value;
    }

    /// <summary>Whether a Latin word, or two words with a hyphen between, stands somewhere in the text.</summary>
    public bool Occurs(ReadOnlySpan<char> word) => (_latin ??= LatinWords()).Contains(HashOf(word));

    private int Occurrences(char left, char right)
    {
        _pairs ??= CountPairs();
        int most = _pairs[SlotOf(left, right, _pairs.Length)];
        if (most == 0 || _confirmations >= MaxConfirmations)
        {
            return 0;
        }

        _confirmations++;
        ReadOnlySpan<char> rest = Scanned, pair = [left, right];
        int count = 0;
        while (count < most && rest.IndexOf(pair, StringComparison.Ordinal) is >= 0 and int at)
        {
            count++;
            rest = rest[(at + 1)..];
        }

        return count;
    }

    private ReadOnlySpan<char> Scanned => text.AsSpan(0, Math.Min(text.Length, MaxScan));

    private byte[] CountPairs()
    {
        int size = (int)Math.Min(MaxTable, BitOperations.RoundUpToPowerOf2((uint)Math.Max(256, text.Length * 2L)));
        byte[] pairs = new byte[size];
        ReadOnlySpan<char> scanned = Scanned;
        for (int i = 1; i < scanned.Length; i++)
        {
            ref byte count = ref pairs[SlotOf(scanned[i - 1], scanned[i], size)];
            count = count == 0 ? (byte)1 : (byte)2;
        }

        return pairs;
    }

    private static int SlotOf(char left, char right, int size) =>
        (int)(((((uint)left << 16) | right) * 0x9E3779B1u) >> 8) & (size - 1);

    // Every run of letters, and every two runs that a hyphen joins.
    private HashSet<ulong> LatinWords()
    {
        HashSet<ulong> latin = [];
        ReadOnlySpan<char> scanned = Scanned;
        int before = -1; // start of the run before the hyphen that was just passed
        for (int i = 0; i < scanned.Length; i++)
        {
            if (!char.IsAsciiLetter(scanned[i]))
            {
                continue;
            }

            int start = i;
            while (i < scanned.Length && char.IsAsciiLetter(scanned[i]))
            {
                i++;
            }

            latin.Add(HashOf(scanned[start..i]));
            if (before >= 0)
            {
                latin.Add(HashOf(scanned[before..i]));
            }

            before = i + 1 < scanned.Length && scanned[i] == '-' && char.IsAsciiLetter(scanned[i + 1]) ? start : -1;
        }

        return latin;
    }

    // FNV-1a over the small letters.
    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in word)
        {
            hash = (hash ^ (uint)(c | 0x20)) * 1099511628211;
        }

        return hash;
    }
}
