using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Counts how many doc ids of a buffer are less than a target: branch-free search in a decoded block.</summary>
internal static class DocIdSearch
{
    /// <summary>Buffers are padded to a multiple of this with values that are not less than any target.</summary>
    public const int Padding = 8;

    /// <summary>Number of values less than <paramref name="target"/>.</summary>
    /// <param name="docIds">Values; the length is a multiple of <see cref="Padding"/>.</param>
    /// <param name="target">Target.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountLessThan(ReadOnlySpan<int> docIds, int target) =>
        Vector256.IsHardwareAccelerated ? CountLessThanVectorized(docIds, target) : CountLessThanScalar(docIds, target);

    /// <summary>Number of values less than <paramref name="target"/> where it is known that some are.</summary>
    /// <param name="docIds">Rising values; the length is a multiple of <see cref="Padding"/>.</param>
    /// <param name="target">Target.</param>
    /// <param name="known">As many values as are less for certain.</param>
    /// <remarks>Targets of a conjunction are near as a rule: the next eight values answer most questions.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountLessThan(ReadOnlySpan<int> docIds, int target, int known)
    {
        if (Vector256.IsHardwareAccelerated && known + Vector256<int>.Count <= docIds.Length)
        {
            Vector256<int> near = Vector256.Create(docIds[known..]);
            uint less = Vector256.LessThan(near, Vector256.Create(target)).ExtractMostSignificantBits();
            if (less != byte.MaxValue)
            {
                return known + BitOperations.PopCount(less);
            }
        }

        return CountLessThan(docIds, target);
    }

    /// <summary>The definition.</summary>
    public static int CountLessThanScalar(ReadOnlySpan<int> docIds, int target)
    {
        int count = 0;
        foreach (int docId in docIds)
        {
            count += docId < target ? 1 : 0;
        }

        return count;
    }

    private static int CountLessThanVectorized(ReadOnlySpan<int> docIds, int target)
    {
        Vector256<int> targets = Vector256.Create(target);
        Vector256<int> counts = Vector256<int>.Zero;
        ref int first = ref MemoryMarshal.GetReference(docIds);
        for (int i = 0; i <= docIds.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            // Safety: i + 8 <= docIds.Length.
            Vector256<int> values = Vector256.LoadUnsafe(ref first, (nuint)i);
            counts -= Vector256.LessThan(values, targets);
        }

        return Vector256.Sum(counts);
    }
}
