using System.Numerics;

namespace ScoSearch.Lucene.Similarities;

/// <summary>The one-byte encoding of a field's length: exact to 40, above that with four significant bits, rounded down.</summary>
/// <remarks>Source: index format notes, section 15.1 and appendix B; the byte is stored signed.</remarks>
public static class NormEncoding
{
    // Lengths below this are their own code; above it a small floating-point form counts from here.
    private const int ExactLengths = 24;

    /// <summary>Encodes a length.</summary>
    /// <param name="length">Number of counted tokens, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static sbyte Encode(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        int code = length < ExactLengths ? length : ExactLengths + EncodeFloat(length - ExactLengths);
        return unchecked((sbyte)code);
    }

    /// <summary>The length that a code stands for: the smallest one encoded so.</summary>
    public static int Decode(sbyte norm)
    {
        int code = unchecked((byte)norm);
        return code < ExactLengths ? code : ExactLengths + DecodeFloat(code - ExactLengths);
    }

    private static int EncodeFloat(int value)
    {
        int bits = 32 - BitOperations.LeadingZeroCount((uint)value);
        if (bits < 4)
        {
            return value;
        }

        int shift = bits - 4;
        return ((value >>> shift) & 7) | ((shift + 1) << 3);
    }

    private static int DecodeFloat(int code) => code < 8 ? code : ((code & 7) | 8) << ((code >>> 3) - 1);
}
