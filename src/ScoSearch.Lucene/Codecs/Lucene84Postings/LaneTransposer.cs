using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Takes the lanes of collapsed words apart with AVX2 byte transpositions instead of one shift a lane.</summary>
/// <remarks>
/// Words i, i + 1 and i + 8, i + 9 are loaded into the two halves of a register; a byte shuffle pairs equal lanes and
/// interleaving steps join the pairs until a register holds, per half, the values of eight words for a lane.
/// </remarks>
internal static class LaneTransposer
{
    /// <summary>Expands 16 words of eight 8-bit lanes into 128 integers.</summary>
    public static void ExpandBytes(ReadOnlySpan<ulong> words, Span<int> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(words.Length, 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 128);
        ref ulong source = ref MemoryMarshal.GetReference(words);
        Vector256<short> a = LoadBytePairs(ref source, 0);
        Vector256<short> b = LoadBytePairs(ref source, 2);
        Vector256<short> c = LoadBytePairs(ref source, 4);
        Vector256<short> d = LoadBytePairs(ref source, 6);
        Vector256<int> abLow = Avx2.UnpackLow(a, b).AsInt32();
        Vector256<int> abHigh = Avx2.UnpackHigh(a, b).AsInt32();
        Vector256<int> cdLow = Avx2.UnpackLow(c, d).AsInt32();
        Vector256<int> cdHigh = Avx2.UnpackHigh(c, d).AsInt32();

        // Each half now holds bytes 2j and 2j + 1 of eight words: the lanes 7 - 2j and 6 - 2j.
        ref int target = ref MemoryMarshal.GetReference(values);
        StoreBytes(Avx2.UnpackLow(abLow, cdLow).AsByte(), ref target, 6);
        StoreBytes(Avx2.UnpackHigh(abLow, cdLow).AsByte(), ref target, 4);
        StoreBytes(Avx2.UnpackLow(abHigh, cdHigh).AsByte(), ref target, 2);
        StoreBytes(Avx2.UnpackHigh(abHigh, cdHigh).AsByte(), ref target, 0);
    }

    /// <summary>Expands running sums in 16-bit lanes, which restart in each lane, into 128 running sums.</summary>
    /// <param name="odd">16 words with the sums of the lanes 0, 2, 4, 6 from the top.</param>
    /// <param name="even">16 words with the sums of the lanes 1, 3, 5, 7 from the top.</param>
    /// <param name="start">Added to all sums.</param>
    /// <param name="sums">Receives 128 sums.</param>
    public static void ExpandHalves(ReadOnlySpan<ulong> odd, ReadOnlySpan<ulong> even, int start, Span<int> sums)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sums.Length, 128);
        ulong oddTotals = odd[15];
        ulong evenTotals = even[15];
        TransposeHalves(odd, out Vector256<ushort> odd3, out Vector256<ushort> odd2, out Vector256<ushort> odd1, out Vector256<ushort> odd0);
        TransposeHalves(even, out Vector256<ushort> even3, out Vector256<ushort> even2, out Vector256<ushort> even1, out Vector256<ushort> even0);

        ref int target = ref MemoryMarshal.GetReference(sums);
        int before = start;
        StoreHalves(odd0, before, ref target, 0);
        before += (int)(oddTotals >> 48);
        StoreHalves(even0, before, ref target, 16);
        before += (int)(evenTotals >> 48);
        StoreHalves(odd1, before, ref target, 32);
        before += (int)(oddTotals >> 32) & 0xFFFF;
        StoreHalves(even1, before, ref target, 48);
        before += (int)(evenTotals >> 32) & 0xFFFF;
        StoreHalves(odd2, before, ref target, 64);
        before += (int)(oddTotals >> 16) & 0xFFFF;
        StoreHalves(even2, before, ref target, 80);
        before += (int)(evenTotals >> 16) & 0xFFFF;
        StoreHalves(odd3, before, ref target, 96);
        before += (int)oddTotals & 0xFFFF;
        StoreHalves(even3, before, ref target, 112);
    }

    // The results hold the 16 values of a lane in order: lane 3 is the lowest in the word.
    private static void TransposeHalves(
        ReadOnlySpan<ulong> words,
        out Vector256<ushort> lane3,
        out Vector256<ushort> lane2,
        out Vector256<ushort> lane1,
        out Vector256<ushort> lane0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(words.Length, 16);
        ref ulong source = ref MemoryMarshal.GetReference(words);
        Vector256<int> a = LoadHalfPairs(ref source, 0);
        Vector256<int> b = LoadHalfPairs(ref source, 2);
        Vector256<int> c = LoadHalfPairs(ref source, 4);
        Vector256<int> d = LoadHalfPairs(ref source, 6);
        Vector256<long> abLow = Avx2.UnpackLow(a, b).AsInt64();
        Vector256<long> abHigh = Avx2.UnpackHigh(a, b).AsInt64();
        Vector256<long> cdLow = Avx2.UnpackLow(c, d).AsInt64();
        Vector256<long> cdHigh = Avx2.UnpackHigh(c, d).AsInt64();
        lane3 = Avx2.UnpackLow(abLow, cdLow).AsUInt16();
        lane2 = Avx2.UnpackHigh(abLow, cdLow).AsUInt16();
        lane1 = Avx2.UnpackLow(abHigh, cdHigh).AsUInt16();
        lane0 = Avx2.UnpackHigh(abHigh, cdHigh).AsUInt16();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Load(ref ulong source, nuint first)
    {
        // Safety: first is at most 6 and the callers' spans hold 16 words, so words up to first + 9 exist.
        return Vector256.Create(
            Vector128.LoadUnsafe(ref source, first), Vector128.LoadUnsafe(ref source, first + 8)).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> LoadBytePairs(ref ulong source, nuint first) =>
        Avx2.Shuffle(
            Load(ref source, first),
            Vector256.Create(
                (byte)0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15,
                0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15)).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> LoadHalfPairs(ref ulong source, nuint first) =>
        Avx2.Shuffle(
            Load(ref source, first),
            Vector256.Create(
                (byte)0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15,
                0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15)).AsInt32();

    // Per half eight bytes of the lane above and eight of `lane`; the halves are the words 0..7 and 8..15.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreBytes(Vector256<byte> bytes, ref int target, nuint lane)
    {
        Vector128<byte> low = bytes.GetLower();
        Vector128<byte> high = bytes.GetUpper();

        // Safety: lane is at most 6, so the last store ends at 16 * 8 = 128 integers.
        nuint at = 16 * lane;
        Avx2.ConvertToVector256Int32(Sse2.ShiftRightLogical128BitLane(low, 8)).StoreUnsafe(ref target, at);
        Avx2.ConvertToVector256Int32(Sse2.ShiftRightLogical128BitLane(high, 8)).StoreUnsafe(ref target, at + 8);
        Avx2.ConvertToVector256Int32(low).StoreUnsafe(ref target, at + 16);
        Avx2.ConvertToVector256Int32(high).StoreUnsafe(ref target, at + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves(Vector256<ushort> halves, int add, ref int target, nuint at)
    {
        Vector256<int> adds = Vector256.Create(add);

        // Safety: at is at most 112 and the callers' span holds 128 integers.
        (Avx2.ConvertToVector256Int32(halves.GetLower()) + adds).StoreUnsafe(ref target, at);
        (Avx2.ConvertToVector256Int32(halves.GetUpper()) + adds).StoreUnsafe(ref target, at + 8);
    }
}
