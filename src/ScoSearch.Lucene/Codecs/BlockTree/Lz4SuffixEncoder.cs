using System.Buffers.Binary;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Compression;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>Writes LZ4 blocks for the suffixes of a terms block: small inputs, each compressed as well as possible.</summary>
/// <remarks>
/// Differs from <see cref="Lz4Encoder"/>, which is made for speed: the earlier places with the same four bytes are searched
/// for the longest match, with one step of looking ahead, as Lucene's high-compression mode does for the same data.
/// Not thread-safe: one encoder has one table.
/// </remarks>
internal sealed class Lz4SuffixEncoder
{
    private const int MinMatch = 4;
    private const int LastLiterals = 5;
    private const int MaxDistance = 65535;
    private const int MaxAttempts = 256;
    private const int HashBits = 12;

    // Last place + 1 of each hash; 0 for none.
    private readonly int[] _heads = new int[1 << HashBits];

    // Per place: the place + 1 before it with the same hash; 0 for none.
    private int[] _chain = new int[512];

    /// <summary>Appends the compressed form.</summary>
    public void Compress(ReadOnlySpan<byte> bytes, ByteBuffer output)
    {
        Array.Clear(_heads);
        if (_chain.Length < bytes.Length)
        {
            _chain = new int[Math.Max(bytes.Length, 2 * _chain.Length)];
        }

        // Matches end before the last literals, so they begin before lastStart.
        int limit = bytes.Length - LastLiterals;
        int lastStart = limit - MinMatch;
        int anchor = 0;
        int inserted = 0;
        for (int at = 0; at <= lastStart;)
        {
            for (; inserted < at; inserted++)
            {
                Insert(bytes, inserted);
            }

            int length = LongestMatch(bytes, at, limit, out int source);
            if (length < MinMatch || (at < lastStart && LongestMatch(bytes, at + 1, limit, out _) > length + 1))
            {
                // Nothing here, or a match one byte later that is worth the literal.
                at++;
                continue;
            }

            WriteSequence(bytes[anchor..at], at - source, length, output);
            at += length;
            anchor = at;
        }

        WriteLiterals(bytes[anchor..], matchNibble: 0, output);
    }

    private static int Hash(ReadOnlySpan<byte> bytes, int at) =>
        (int)((BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) * 2654435761U) >> (32 - HashBits));

    private void Insert(ReadOnlySpan<byte> bytes, int at)
    {
        ref int head = ref _heads[Hash(bytes, at)];
        _chain[at] = head;
        head = at + 1;
    }

    private int LongestMatch(ReadOnlySpan<byte> bytes, int at, int limit, out int source)
    {
        int best = 0;
        source = -1;
        int attempts = MaxAttempts;
        ReadOnlySpan<byte> here = bytes[at..limit];
        for (int place = _heads[Hash(bytes, at)]; place > 0 && attempts-- > 0; place = _chain[place - 1])
        {
            int candidate = place - 1;
            if (at - candidate > MaxDistance)
            {
                break;
            }

            int length = here.CommonPrefixLength(bytes[candidate..]);
            if (length > best)
            {
                (best, source) = (length, candidate);
            }
        }

        return best;
    }

    private static void WriteSequence(ReadOnlySpan<byte> literals, int distance, int length, ByteBuffer output)
    {
        int rest = length - MinMatch;
        WriteLiterals(literals, Math.Min(rest, 15), output);
        output.Add((byte)distance);
        output.Add((byte)(distance >> 8));
        WriteMore(rest, output);
    }

    private static void WriteLiterals(ReadOnlySpan<byte> literals, int matchNibble, ByteBuffer output)
    {
        output.Add((byte)((Math.Min(literals.Length, 15) << 4) | matchNibble));
        WriteMore(literals.Length, output);
        output.Add(literals);
    }

    private static void WriteMore(int length, ByteBuffer output)
    {
        if (length >= 15)
        {
            int rest = length - 15;
            for (; rest >= 255; rest -= 255)
            {
                output.Add(255);
            }

            output.Add((byte)rest);
        }
    }
}
