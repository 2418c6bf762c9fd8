namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// A sum over the characters of a text that does not depend on their order and leaves white space out: two texts of the
/// same characters have the same sum, others differ but by a chance of 1 in 2^64. Not thread-safe.
/// </summary>
internal sealed class CharacterFingerprint
{
    private static readonly ulong[] Hashes = BuildHashes();

    private ulong _sum;

    /// <summary>Number of characters added less those removed.</summary>
    public long Count { get; private set; }

    /// <summary>Whether every character that was added was also removed.</summary>
    public bool IsZero => _sum == 0 && Count == 0;

    /// <summary>Adds the characters of a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        ulong sum = 0;
        long count = 0;
        ulong[] hashes = Hashes;
        foreach (char c in text)
        {
            ulong hash = hashes[c];
            sum += hash;
            count += hash == 0 ? 0 : 1;
        }

        _sum += sum;
        Count += count;
    }

    /// <summary>Takes the characters of a text away.</summary>
    public void Remove(ReadOnlySpan<char> text)
    {
        ulong sum = 0;
        long count = 0;
        ulong[] hashes = Hashes;
        foreach (char c in text)
        {
            ulong hash = hashes[c];
            sum += hash;
            count += hash == 0 ? 0 : 1;
        }

        _sum -= sum;
        Count -= count;
    }

    // 512 KiB once a process: a look-up is faster than mixing each character anew. White space has the value 0.
    private static ulong[] BuildHashes()
    {
        ulong[] hashes = new ulong[0x10000];
        for (int i = 0; i < hashes.Length; i++)
        {
            if (CharClass.IsSpace((char)i))
            {
                continue;
            }

            ulong x = ((ulong)i + 1) * 0x9E3779B97F4A7C15UL; // SplitMix64
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            hashes[i] = (x ^ (x >> 31)) | 1;
        }

        return hashes;
    }
}
