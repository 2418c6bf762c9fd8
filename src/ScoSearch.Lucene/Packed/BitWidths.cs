using System.Numerics;
using System.Runtime.CompilerServices;

namespace ScoSearch.Lucene.Packed;

/// <summary>How many bits values need.</summary>
internal static class BitWidths
{
    // Smallest legal DirectWriter width for each number of bits from 0 to 64.
    private static ReadOnlySpan<byte> Legal =>
    [
        1, 1, 2, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12, 16, 16, 16, 16, 20, 20, 20, 20, 24, 24, 24, 24, 28, 28, 28, 28,
        32, 32, 32, 32, 40, 40, 40, 40, 40, 40, 40, 40, 48, 48, 48, 48, 48, 48, 48, 48,
        56, 56, 56, 56, 56, 56, 56, 56, 64, 64, 64, 64, 64, 64, 64, 64,
    ];

    /// <summary>Bits of an unsigned value, at least 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Required(long value) => Math.Max(1, 64 - BitOperations.LeadingZeroCount((ulong)value));

    /// <summary>Smallest legal <see cref="DirectWriter"/> width for an unsigned value.</summary>
    public static int Direct(long value) => Legal[Required(value)];

    /// <summary>True for 1 2 4 8 12 16 20 24 28 32 40 48 56 64.</summary>
    public static bool IsDirect(int width) => width is > 0 and <= 64 && Legal[width] == width;
}
