using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Turns the deltas of a few positions into positions: running sums.</summary>
/// <remarks>
/// Worth vectors although most documents have fewer than eight: the sums are read as vectors soon after, and a processor
/// waits where a vector is read that was written number by number.
/// </remarks>
internal static class DeltaSums
{
    /// <summary>Deltas are read and sums written in groups of so many; there must be room.</summary>
    public const int Padding = 8;

    /// <summary>Writes the running sums.</summary>
    /// <param name="deltas">At least <paramref name="count"/>, rounded up to whole groups, none negative; those behind
    /// the count may be any.</param>
    /// <param name="count">How many.</param>
    /// <param name="sums">Room for as many, rounded up likewise.</param>
    /// <returns>False if a sum does not fit into 31 bits.</returns>
    public static bool TryAdd(ReadOnlySpan<int> deltas, int count, Span<int> sums) =>
        Avx2.IsSupported ? TryAddVectorized(deltas, count, sums) : TryAddScalar(deltas, count, 0, sums);

    /// <summary>The definition, with a start that is added to all sums. Needs no room behind them.</summary>
    public static bool TryAddScalar(ReadOnlySpan<int> deltas, int count, int start, Span<int> sums)
    {
        int sum = start;
        int signs = 0;
        for (int i = 0; i < count; i++)
        {
            sum = unchecked(sum + deltas[i]);
            signs |= sum;
            sums[i] = sum;
        }

        return signs >= 0;
    }

    private static bool TryAddVectorized(ReadOnlySpan<int> deltas, int count, Span<int> sums)
    {
        int rounded = (count + Padding - 1) & -Padding;
        ref int source = ref MemoryMarshal.GetReference(deltas[..rounded]);
        ref int target = ref MemoryMarshal.GetReference(sums[..rounded]);
        Vector256<int> last = Vector256.Create(Padding - 1);
        Vector256<int> carry = Vector256<int>.Zero;
        Vector256<int> signs = Vector256<int>.Zero;
        for (int i = 0; i < rounded; i += Padding)
        {
            // Safety: i + 8 <= rounded, to which both spans were cut. First within each half, then the lower half's sum
            // is added to the upper one.
            Vector256<int> values = Vector256.LoadUnsafe(ref source, (nuint)i);
            values += Avx2.ShiftLeftLogical128BitLane(values.AsByte(), sizeof(int)).AsInt32();
            values += Avx2.ShiftLeftLogical128BitLane(values.AsByte(), 2 * sizeof(int)).AsInt32();
            Vector256<int> low = Avx2.PermuteVar8x32(values, Vector256.Create(3));
            values += Vector256.Create(Vector128<int>.Zero, low.GetUpper()) + carry;
            values.StoreUnsafe(ref target, (nuint)i);
            carry = Avx2.PermuteVar8x32(values, last);
            signs |= values & Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count - i));
        }

        return signs.ExtractMostSignificantBits() == 0;
    }
}
