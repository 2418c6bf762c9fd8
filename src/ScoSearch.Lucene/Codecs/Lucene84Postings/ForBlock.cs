using System.Buffers.Binary;
using System.Numerics;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Packs 128 non-negative integers of <c>b</c> bits each into 16*b bytes: the definition, one word at a time.</summary>
/// <remarks>
/// The values are first collapsed into 64-bit words of 8 (b up to 8), 4 (up to 16) or 2 lanes, lane 0 on top: with n
/// lanes and L = 128/n words, lane k of word i holds value k*L + i. The first words are then laid side by side at whole
/// multiples of b below the top of each lane; the rest go bit by bit, high bits first, into the low bits left over.
/// Example, b = 3, v[i] = i mod 8: word 0 has in every lane 0 (bits 7-5), 6 (4-2) and the top two bits of 4: byte 1A.
/// <see cref="ForDecoder"/> is the fast twin of the decoder.
/// </remarks>
internal static class ForBlock
{
    public const int Size = Lucene84PostingsFormat.BlockSize;

    /// <summary>Most words that the collapsed form takes.</summary>
    public const int MaxWords = 64;

    /// <summary>Bits needed for a value, at least 1.</summary>
    public static int BitsRequired(uint value) => value == 0 ? 1 : 32 - BitOperations.LeadingZeroCount(value);

    /// <summary>Width of a lane in bits for values of that many bits.</summary>
    public static int LaneWidth(int bits) => bits <= 8 ? 8 : bits <= 16 ? 16 : 32;

    /// <summary>Packs 128 values.</summary>
    /// <param name="values">128 values below 2^bits.</param>
    /// <param name="bits">From 1 to 31.</param>
    /// <param name="destination">Receives 16 * bits bytes.</param>
    public static void Encode(ReadOnlySpan<int> values, int bits, Span<byte> destination)
    {
        Span<ulong> collapsed = stackalloc ulong[MaxWords];
        int width = LaneWidth(bits);
        int words = Collapse(values, width, collapsed);
        Span<ulong> packed = stackalloc ulong[MaxWords];
        packed.Clear();

        int packedWords = 2 * bits;
        int next = 0;
        int shift = width - bits;
        for (; shift >= 0; shift -= bits)
        {
            for (int j = 0; j < packedWords; j++)
            {
                packed[j] |= collapsed[next++] << shift;
            }
        }

        int remainder = shift + bits;
        if (remainder > 0)
        {
            PackSplit(collapsed[next..words], bits, remainder, width, packed);
        }

        for (int j = 0; j < packedWords; j++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(destination[(8 * j)..], packed[j]);
        }
    }

    /// <summary>Unpacks 128 values.</summary>
    /// <param name="source">At least 16 * bits bytes.</param>
    /// <param name="bits">From 1 to 31.</param>
    /// <param name="values">Receives 128 values.</param>
    public static void Decode(ReadOnlySpan<byte> source, int bits, Span<int> values)
    {
        Span<ulong> packed = stackalloc ulong[MaxWords];
        int packedWords = 2 * bits;
        for (int j = 0; j < packedWords; j++)
        {
            packed[j] = BinaryPrimitives.ReadUInt64LittleEndian(source[(8 * j)..]);
        }

        Span<ulong> collapsed = stackalloc ulong[MaxWords];
        int width = LaneWidth(bits);
        int words = Size * width / 64;
        int next = 0;
        int shift = width - bits;
        ulong mask = LaneMask(width, bits);
        for (; shift >= 0; shift -= bits)
        {
            for (int j = 0; j < packedWords; j++)
            {
                collapsed[next++] = (packed[j] >> shift) & mask;
            }
        }

        int remainder = shift + bits;
        if (remainder > 0)
        {
            UnpackSplit(packed, bits, remainder, width, collapsed[next..words]);
        }

        Expand(collapsed[..words], width, values);
    }

    /// <summary>The lowest <paramref name="bits"/> bits of every lane.</summary>
    public static ulong LaneMask(int width, int bits)
    {
        ulong lane = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
        return width switch
        {
            8 => lane * 0x0101010101010101UL,
            16 => lane * 0x0001000100010001UL,
            _ => lane * 0x0000000100000001UL,
        };
    }

    private static int Collapse(ReadOnlySpan<int> values, int width, Span<ulong> collapsed)
    {
        int lanes = 64 / width;
        int words = Size / lanes;
        for (int i = 0; i < words; i++)
        {
            ulong word = 0;
            for (int k = 0; k < lanes; k++)
            {
                word = (word << width) | (uint)values[(k * words) + i];
            }

            collapsed[i] = word;
        }

        return words;
    }

    private static void Expand(ReadOnlySpan<ulong> collapsed, int width, Span<int> values)
    {
        int lanes = 64 / width;
        ulong mask = (1UL << width) - 1;
        for (int k = 0; k < lanes; k++)
        {
            int shift = 64 - (width * (k + 1));
            for (int i = 0; i < collapsed.Length; i++)
            {
                values[(k * collapsed.Length) + i] = (int)((collapsed[i] >> shift) & mask);
            }
        }
    }

    private static void PackSplit(ReadOnlySpan<ulong> rest, int bits, int remainder, int width, Span<ulong> packed)
    {
        int t = 0;
        int free = remainder;
        foreach (ulong word in rest)
        {
            for (int need = bits; need > 0;)
            {
                int q = Math.Min(need, free);
                packed[t] |= ((word >> (need - q)) & LaneMask(width, q)) << (free - q);
                need -= q;
                free -= q;
                if (free == 0)
                {
                    t++;
                    free = remainder;
                }
            }
        }
    }

    private static void UnpackSplit(ReadOnlySpan<ulong> packed, int bits, int remainder, int width, Span<ulong> rest)
    {
        int t = 0;
        int free = remainder;
        for (int i = 0; i < rest.Length; i++)
        {
            ulong word = 0;
            for (int need = bits; need > 0;)
            {
                int q = Math.Min(need, free);
                word |= ((packed[t] >> (free - q)) & LaneMask(width, q)) << (need - q);
                need -= q;
                free -= q;
                if (free == 0)
                {
                    t++;
                    free = remainder;
                }
            }

            rest[i] = word;
        }
    }
}
