using ScoSearch.Lucene.Packed;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>What the values of a field look like, and so how they are best written.</summary>
internal readonly struct NumericStatistics
{
    // Differences of values outside cannot be trusted to fit 63 bits; no common divisor is looked for then.
    private const long MinForDivisor = long.MinValue / 2;
    private const long MaxForDivisor = long.MaxValue / 2;

    // Blocks with widths of their own must save at least a tenth.
    private const double WorthwhileShare = 0.9;

    private NumericStatistics(long min, long max, long divisor, long[]? table, long bits, long blockBits)
    {
        Min = min;
        Max = max;
        Divisor = divisor;
        Table = table;
        BlocksPayOff = bits > 0 && (double)blockBits / bits <= WorthwhileShare;
    }

    /// <summary>Least value; <see cref="long.MaxValue"/> without values.</summary>
    public long Min { get; }

    /// <summary>Greatest value; <see cref="long.MinValue"/> without values.</summary>
    public long Max { get; }

    /// <summary>Greatest common divisor of all differences; 0 when all values are equal, 1 with extreme values.</summary>
    public long Divisor { get; }

    /// <summary>The distinct values in ascending order when a table takes fewer bits than the differences, else null.</summary>
    public long[]? Table { get; }

    /// <summary>True when blocks with widths of their own are clearly smaller.</summary>
    public bool BlocksPayOff { get; }

    public static NumericStatistics Of(ReadOnlySpan<long> values)
    {
        long min = long.MaxValue;
        long max = long.MinValue;
        long divisor = 0;
        long blockBits = 0;
        DistinctValues distinct = new();
        for (int start = 0; start < values.Length; start += 1 << DocValuesFormat.NumericBlockShift)
        {
            int length = Math.Min(1 << DocValuesFormat.NumericBlockShift, values.Length - start);
            long blockMin = long.MaxValue;
            long blockMax = long.MinValue;
            foreach (long value in values.Slice(start, length))
            {
                if (divisor != 1)
                {
                    divisor = value is < MinForDivisor or > MaxForDivisor ? 1
                        : GreatestCommonDivisor(divisor, value - values[0]);
                }

                blockMin = Math.Min(blockMin, value);
                blockMax = Math.Max(blockMax, value);
                distinct.Add(value);
            }

            blockBits += blockMax > blockMin ? (long)length * BitWidths.Direct(blockMax - blockMin) : 0;
            min = Math.Min(min, blockMin);
            max = Math.Max(max, blockMax);
        }

        bool varies = max > min;
        long bits = varies ? (long)values.Length * BitWidths.Direct(max - min) : 0;
        long[]? table = varies ? distinct.ToTable(BitWidths.Direct((max - min) / divisor)) : null;
        return new NumericStatistics(min, max, divisor, table, bits, blockBits);
    }

    // Of the absolute values; 0 is the neutral element.
    private static long GreatestCommonDivisor(long a, long b)
    {
        a = Math.Abs(a);
        b = Math.Abs(b);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }

    /// <summary>Collects distinct values until there are too many for a table.</summary>
    private sealed class DistinctValues
    {
        private HashSet<long>? _values = [];
        private long _last;

        public void Add(long value)
        {
            if (_values is null || (value == _last && _values.Count > 0))
            {
                return;
            }

            _last = value;
            if (_values.Add(value) && _values.Count > DocValuesFormat.MaxTableSize)
            {
                _values = null;
            }
        }

        public long[]? ToTable(int plainWidth) =>
            _values is not null && BitWidths.Direct(_values.Count - 1) < plainWidth ? [.. _values.Order()] : null;
    }
}
