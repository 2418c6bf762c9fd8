namespace ScoSearch.Lucene.Search;

/// <summary>Maps floating-point numbers to longs of the same order: -0 before 0, NaN last; and back.</summary>
internal static class SortableNumber
{
    public static long FromSingle(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return bits ^ ((bits >> 31) & int.MaxValue);
    }

    public static float ToSingle(long sortable)
    {
        int bits = (int)sortable;
        return BitConverter.Int32BitsToSingle(bits ^ ((bits >> 31) & int.MaxValue));
    }

    public static long FromDouble(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    public static double ToDouble(long sortable) =>
        BitConverter.Int64BitsToDouble(sortable ^ ((sortable >> 63) & long.MaxValue));

    /// <summary>The sortable form of a key that a sorted search returned.</summary>
    /// <exception cref="ArgumentException">It is not a number.</exception>
    public static long FromObject(object value) => value switch
    {
        float single => FromSingle(single),
        double number => FromDouble(number),
        int number => number,
        long number => number,
        _ => throw new ArgumentException("the hit to continue after does not fit the order of the search"),
    };
}
