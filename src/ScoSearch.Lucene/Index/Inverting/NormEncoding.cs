using System.Numerics;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>The one-byte length code of norms: exact below 24 and up to 39, then three significant bits after the
/// leading one.</summary>
internal static class NormEncoding
{
    private const int ExactLengths = 24;

    /// <summary>Code of a field length.</summary>
    /// <param name="length">Number of tokens that count, at least 1.</param>
    public static sbyte Encode(int length)
    {
        if (length < ExactLengths)
        {
            return (sbyte)length;
        }

        uint rest = (uint)(length - ExactLengths);
        int bits = 32 - BitOperations.LeadingZeroCount(rest);
        if (bits < 4)
        {
            return (sbyte)(ExactLengths + rest);
        }

        int shift = bits - 4;
        return (sbyte)(ExactLengths + (((rest >> shift) & 7) | (uint)((shift + 1) << 3)));
    }
}
