using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Decoders of FOR blocks for the hot paths: plain and fused with the running sum.</summary>
/// <remarks>
/// Up to 16 bits with vectors; wider blocks and other machines go to <see cref="ForBlock"/>. A running sum is made before
/// the lanes are taken apart: the words are widened to lanes of twice the width, in which the sums over a lane fit, and
/// added up word by word; then each lane gets the total of the lanes before it.
/// </remarks>
internal static class ForDecoder
{
    private const int MaxVectorBits = 16;

    // The words of up to 16 bits, and room for vectors that run over the end.
    private const int WordBuffer = 36;

    private const ulong EvenBytes = 0x00FF00FF00FF00FFUL;
    private const ulong EvenHalves = 0x0000FFFF0000FFFFUL;

    /// <summary>True when this machine decodes with vectors.</summary>
    public static bool IsVectorized => Vector256.IsHardwareAccelerated && BitConverter.IsLittleEndian;

    /// <summary>Unpacks 128 values of <paramref name="bits"/> bits.</summary>
    /// <param name="packed">16 * bits bytes.</param>
    /// <param name="bits">From 1 to 31.</param>
    /// <param name="values">Receives 128 values.</param>
    [SkipLocalsInit]
    public static void Decode(ReadOnlySpan<byte> packed, int bits, Span<int> values)
    {
        if (bits > MaxVectorBits || !IsVectorized)
        {
            ForBlock.Decode(packed, bits, values);
            return;
        }

        Span<ulong> words = stackalloc ulong[WordBuffer];
        Collapse(packed, bits, words);
        values = values[..ForBlock.Size];
        if (bits <= 8 && Avx2.IsSupported)
        {
            LaneTransposer.ExpandBytes(words, values);
        }
        else if (bits <= 8)
        {
            for (int lane = 0; lane < 8; lane++)
            {
                ExtractLane(words, 16, 56 - (8 * lane), 0xFF, 0, values.Slice(16 * lane, 16));
            }
        }
        else
        {
            for (int lane = 0; lane < 4; lane++)
            {
                ExtractLane(words, 32, 48 - (16 * lane), 0xFFFF, 0, values.Slice(32 * lane, 32));
            }
        }
    }

    /// <summary>Unpacks 128 deltas and replaces each by the sum of <paramref name="start"/> and all up to it.</summary>
    /// <param name="packed">16 * bits bytes.</param>
    /// <param name="bits">From 1 to 31.</param>
    /// <param name="start">Added to all sums.</param>
    /// <param name="sums">Receives 128 sums; they wrap around silently.</param>
    [SkipLocalsInit]
    public static void DecodePrefixSums(ReadOnlySpan<byte> packed, int bits, int start, Span<int> sums)
    {
        if (bits > MaxVectorBits || !IsVectorized)
        {
            DecodePrefixSumsScalar(packed, bits, start, sums);
            return;
        }

        Span<ulong> words = stackalloc ulong[WordBuffer];
        Collapse(packed, bits, words);
        sums = sums[..ForBlock.Size];
        if (bits <= 8)
        {
            SumBytes(words, start, sums);
        }
        else
        {
            SumHalves(words, start, sums);
        }
    }

    /// <summary>The definition of <see cref="DecodePrefixSums"/>.</summary>
    public static void DecodePrefixSumsScalar(ReadOnlySpan<byte> packed, int bits, int start, Span<int> sums)
    {
        ForBlock.Decode(packed, bits, sums);
        int sum = start;
        for (int i = 0; i < ForBlock.Size; i++)
        {
            sum = unchecked(sum + sums[i]);
            sums[i] = sum;
        }
    }

    // Eight lanes of 8 bits in 16 words: sums over a lane reach 16 * 255 and fit into 16 bits.
    [SkipLocalsInit]
    private static void SumBytes(ReadOnlySpan<ulong> words, int start, Span<int> sums)
    {
        Span<ulong> odd = stackalloc ulong[16];
        Span<ulong> even = stackalloc ulong[16];
        ulong oddSum = 0;
        ulong evenSum = 0;
        for (int i = 0; i < 16; i++)
        {
            oddSum += (words[i] >> 8) & EvenBytes;
            evenSum += words[i] & EvenBytes;
            odd[i] = oddSum;
            even[i] = evenSum;
        }

        // Lane 0 is the topmost byte, an odd one; odd and even take turns from there.
        int before = start;
        if (Avx2.IsSupported)
        {
            LaneTransposer.ExpandHalves(odd, even, before, sums);
            return;
        }

        for (int shift = 48; shift >= 0; shift -= 16)
        {
            int at = 2 * (48 - shift);
            ExtractLane(odd, 16, shift, 0xFFFF, before, sums.Slice(at, 16));
            before += (int)((oddSum >> shift) & 0xFFFF);
            ExtractLane(even, 16, shift, 0xFFFF, before, sums.Slice(at + 16, 16));
            before += (int)((evenSum >> shift) & 0xFFFF);
        }
    }

    // Four lanes of 16 bits in 32 words: sums over a lane reach 32 * 65535 and fit into 32 bits.
    [SkipLocalsInit]
    private static void SumHalves(ReadOnlySpan<ulong> words, int start, Span<int> sums)
    {
        Span<ulong> odd = stackalloc ulong[32];
        Span<ulong> even = stackalloc ulong[32];
        ulong oddSum = 0;
        ulong evenSum = 0;
        for (int i = 0; i < 32; i++)
        {
            oddSum += (words[i] >> 16) & EvenHalves;
            evenSum += words[i] & EvenHalves;
            odd[i] = oddSum;
            even[i] = evenSum;
        }

        int before = start;
        ExtractLane(odd, 32, 32, -1, before, sums[..32]);
        before += (int)(oddSum >> 32);
        ExtractLane(even, 32, 32, -1, before, sums.Slice(32, 32));
        before += (int)(evenSum >> 32);
        ExtractLane(odd, 32, 0, -1, before, sums.Slice(64, 32));
        before += (int)(uint)oddSum;
        ExtractLane(even, 32, 0, -1, before, sums.Slice(96, 32));
    }

    // Takes one lane out of `count` words, in order, and adds a number to each value.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ExtractLane(
        ReadOnlySpan<ulong> words, int count, int shift, int mask, int add, Span<int> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(words.Length, count);
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, count);
        Vector256<int> masks = Vector256.Create(mask);
        Vector256<int> adds = Vector256.Create(add);
        ref ulong source = ref MemoryMarshal.GetReference(words);
        ref int target = ref MemoryMarshal.GetReference(values);
        for (int i = 0; i < count; i += 8)
        {
            // Safety: count is 16 or 32 and both spans hold at least so many elements; i + 8 <= count.
            Vector256<ulong> low = Vector256.LoadUnsafe(ref source, (nuint)i) >> shift;
            Vector256<ulong> high = Vector256.LoadUnsafe(ref source, (nuint)i + 4) >> shift;
            Vector256<int> lanes = (Vector256.Narrow(low, high).AsInt32() & masks) + adds;
            lanes.StoreUnsafe(ref target, (nuint)i);
        }
    }

    // Unpacks into words of 8-bit lanes (16 words) or 16-bit lanes (32 words).
    [SkipLocalsInit]
    private static void Collapse(ReadOnlySpan<byte> packed, int bits, Span<ulong> collapsed)
    {
        Span<ulong> words = stackalloc ulong[WordBuffer];
        packed[..(16 * bits)].CopyTo(MemoryMarshal.AsBytes(words));
        int packedWords = 2 * bits;
        int width = ForBlock.LaneWidth(bits);
        Vector256<ulong> mask = Vector256.Create(ForBlock.LaneMask(width, bits));
        ref ulong source = ref MemoryMarshal.GetReference(words);
        ref ulong target = ref MemoryMarshal.GetReference(collapsed);
        int next = 0;
        for (int shift = width - bits; shift >= 0; shift -= bits)
        {
            for (int j = 0; j < packedWords; j += 4)
            {
                // Safety: packedWords and next + packedWords are at most 32, so a vector that runs over the end by two
                // words stays within the 36 words of both buffers; what it writes there is overwritten or not used.
                ((Vector256.LoadUnsafe(ref source, (nuint)j) >> shift) & mask)
                    .StoreUnsafe(ref target, (nuint)(next + j));
            }

            next += packedWords;
        }

        ForSplitValues.Unpack(words, collapsed[next..], bits);
    }
}
