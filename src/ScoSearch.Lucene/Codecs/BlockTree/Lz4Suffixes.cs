using System.Buffers.Binary;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Compression;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>LZ4 block format for the suffixes of a block: small inputs, each compressed by itself as well as possible.</summary>
/// <remarks>
/// Differs from <see cref="Lz4Encoder"/>, which is made for speed: the earlier places with the same four bytes are searched
/// for the longest match, with one step of looking ahead, as Lucene's high-compression mode does for the same data.
/// </remarks>
internal static class Lz4Suffixes
{
    private const int MinMatch = 4;
    private const int LastLiterals = 5;
    private const int MaxDistance = 65535;
    private const int MaxAttempts = 256;
    private const int HashBits = 12;

    /// <summary>Appends the compressed form.</summary>
    public static void Compress(ReadOnlySpan<byte> bytes, ByteBuffer output)
    {
        int limit = bytes.Length - LastLiterals;
        int anchor = 0;
        if (bytes.Length > 9)
        {
            // heads: last place + 1 of a hash; chain: place + 1 before, of the same hash.
            int[] heads = new int[1 << HashBits];
            int[] chain = new int[bytes.Length];
            int inserted = 0;
            for (int at = 0; at < limit - MinMatch + 1;)
            {
                for (; inserted < at; inserted++)
                {
                    Insert(bytes, inserted, heads, chain);
                }

                int length = LongestMatch(bytes, at, limit, heads, chain, out int source);
                if (length < MinMatch)
                {
                    at++;
                    continue;
                }

                // Lazy step: a longer match one byte later is worth the literal.
                Insert(bytes, at, heads, chain);
                inserted = at + 1;
                if (at + 1 < limit - MinMatch + 1)
                {
                    int next = LongestMatch(bytes, at + 1, limit, heads, chain, out _);
                    if (next > length + 1)
                    {
                        at++;
                        continue;
                    }
                }

                WriteSequence(bytes[anchor..at], at - source, length, output);
                at += length;
                anchor = at;
            }
        }

        WriteLiterals(bytes[anchor..], matchNibble: 0, output);
    }

    /// <summary>Restores <paramref name="destination"/>, whose length is that of the original, from the reader.</summary>
    public static void Decompress(ref SpanReader reader, Span<byte> destination)
    {
        int used = Lz4Decoder.Decompress(reader.Rest, [], destination);
        if (used < 0)
        {
            reader.Skip(~used);
            throw reader.Corrupt("a valid LZ4 sequence", "another byte");
        }

        reader.Skip(used);
    }

    private static int Hash(ReadOnlySpan<byte> bytes, int at) =>
        (int)((BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) * 2654435761U) >> (32 - HashBits));

    private static void Insert(ReadOnlySpan<byte> bytes, int at, int[] heads, int[] chain)
    {
        ref int head = ref heads[Hash(bytes, at)];
        chain[at] = head;
        head = at + 1;
    }

    private static int LongestMatch(
        ReadOnlySpan<byte> bytes, int at, int limit, int[] heads, int[] chain, out int source)
    {
        int best = 0;
        source = -1;
        int attempts = MaxAttempts;
        ReadOnlySpan<byte> here = bytes[at..limit];
        for (int place = heads[Hash(bytes, at)]; place > 0 && attempts-- > 0; place = chain[place - 1])
        {
            int candidate = place - 1;
            if (candidate == at)
            {
                continue;
            }

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
