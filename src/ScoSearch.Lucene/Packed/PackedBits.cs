using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Packed;

/// <summary>Fixed-width unsigned values of any width, most significant bit first, zero bits at the end of the last byte.</summary>
/// <remarks>Example: 3 0 5 7 with 3 bits is <c>62 f0</c>.</remarks>
internal static class PackedBits
{
    /// <summary>Bytes that <paramref name="count"/> values take.</summary>
    public static long LengthInBytes(long count, int width) => checked((count * width) + 7) >> 3;

    /// <summary>Writes non-negative values of at most <paramref name="width"/> bits (1 to 31).</summary>
    public static void Write(IndexOutput output, ReadOnlySpan<int> values, int width)
    {
        ulong pending = 0;
        int bits = 0;
        foreach (int value in values)
        {
            pending = (pending << width) | (uint)value;
            for (bits += width; bits >= 8; bits -= 8)
            {
                output.WriteByte((byte)(pending >> (bits - 8)));
            }
        }

        if (bits > 0)
        {
            output.WriteByte((byte)(pending << (8 - bits)));
        }
    }

    /// <summary>Reads as many values as <paramref name="values"/> holds, of 1 to 31 bits.</summary>
    public static void Read(IndexInput input, Span<int> values, int width)
    {
        ReadOnlySpan<byte> bytes = input.ReadSpan(checked((int)LengthInBytes(values.Length, width)));
        ulong pending = 0;
        int bits = 0;
        int next = 0;
        uint mask = (1u << width) - 1;
        for (int i = 0; i < values.Length; i++)
        {
            for (; bits < width; bits += 8)
            {
                pending = (pending << 8) | bytes[next++];
            }

            bits -= width;
            values[i] = (int)((uint)(pending >> bits) & mask);
        }
    }
}
