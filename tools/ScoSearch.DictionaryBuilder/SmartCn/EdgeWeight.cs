using System.Numerics;

namespace ScoSearch.DictionaryBuilder.SmartCn;

/// <summary>
/// The weight of an edge of the word graph, with a correctly rounded logarithm so that every platform packs the same
/// bytes.
/// </summary>
internal static class EdgeWeight
{
    /// <summary>The largest word frequency of the model.</summary>
    public const int MaxFrequency = 2_159_997;

    private const double Epsilon = 1.0 / MaxFrequency;

    // Fixed point with this many fraction bits. The series below loses fewer than ten of them; 53 are kept.
    private const int FractionBits = 192;

    /// <summary>
    /// -ln of the smoothed probability that a word of frequency f is followed by one with which it forms b pairs.
    /// </summary>
    public static double Compute(int leftFrequency, int pairFrequency)
    {
        // The order of operations is part of the definition.
        double f = leftFrequency;
        double b = pairFrequency;
        double x = 0.1 * (1.0 + f) / MaxFrequency;
        double y = 0.9 * (((1.0 - Epsilon) * b / (1.0 + f)) + Epsilon);
        return -Logarithm(x + y);
    }

    /// <summary>Natural logarithm of a positive normal number, rounded to nearest.</summary>
    /// <remarks>value = m * 2^e with m in [1, 2); ln m = 2 artanh((m - 1) / (m + 1)) by its power series.</remarks>
    internal static double Logarithm(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) - 1023;
        BigInteger mantissa = (bits & ((1L << 52) - 1)) | (1L << 52);
        BigInteger one = BigInteger.One << 52;
        BigInteger result = (2 * InverseTanh(mantissa - one, mantissa + one)) + (exponent * 2 * InverseTanh(1, 3));
        return Round(result);
    }

    private static BigInteger InverseTanh(BigInteger numerator, BigInteger denominator)
    {
        BigInteger power = (numerator << FractionBits) / denominator;
        BigInteger square = (power * power) >> FractionBits;
        BigInteger sum = BigInteger.Zero;
        for (int k = 1; !power.IsZero; k += 2)
        {
            sum += power / k;
            power = (power * square) >> FractionBits;
        }

        return sum;
    }

    private static double Round(BigInteger fixedPoint)
    {
        if (fixedPoint.IsZero)
        {
            return 0;
        }

        BigInteger magnitude = BigInteger.Abs(fixedPoint);
        int shift = (int)magnitude.GetBitLength() - 53;
        BigInteger rounded = (magnitude + (BigInteger.One << (shift - 1))) >> shift;
        double result = Math.ScaleB((double)(long)rounded, shift - FractionBits);
        return fixedPoint.Sign < 0 ? -result : result;
    }
}
