using System.Buffers.Binary;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>The variable-length encodings of numbers in stored documents.</summary>
/// <remarks>
/// TLong: two bits unit (1, 1000, 3600000, 86400000), one bit "more", five bits, then a VLong; zig-zag. ZFloat: one byte
/// 0x80 | (i + 1) for whole numbers from -1 to 125; otherwise the four IEEE bytes, after a byte 0xff when the sign is set.
/// ZDouble: likewise to 124; a byte 0xfe and four bytes when a float holds the value; else eight bytes, after 0xff when
/// the sign is set.
/// </remarks>
internal static class StoredNumbers
{
    /// <summary>Most bytes any of the encodings takes.</summary>
    public const int MaxBytes = 11;

    public const long Second = 1000;
    public const long Hour = 3600000;
    public const long Day = 86400000;

    private const int MaxSmallSingle = 125;
    private const int MaxSmallDouble = 124;

    public static int WriteVInt64(Span<byte> output, ulong rest)
    {
        int count = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            output[count++] = (byte)(rest | 0x80);
        }

        output[count] = (byte)rest;
        return count + 1;
    }

    public static int WriteInt64(Span<byte> output, long value)
    {
        (int header, long unit) = value switch
        {
            _ when value % Second != 0 => (0x00, 1L),
            _ when value % Day == 0 => (0xC0, Day),
            _ when value % Hour == 0 => (0x80, Hour),
            _ => (0x40, Second),
        };
        long scaled = value / unit;
        ulong z = (ulong)((scaled << 1) ^ (scaled >> 63));
        ulong upper = z >> 5;
        output[0] = (byte)(header | (int)(z & 0x1F) | (upper != 0 ? 0x20 : 0));
        return upper != 0 ? 1 + WriteVInt64(output[1..], upper) : 1;
    }

    public static int WriteSingle(Span<byte> output, float value)
    {
        int bits = float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToInt32Bits(value);
        if (value is >= -1 and <= MaxSmallSingle && bits != int.MinValue && value == (int)value)
        {
            output[0] = (byte)(0x80 | ((int)value + 1));
            return 1;
        }

        int start = 0;
        if (bits < 0)
        {
            output[start++] = 0xFF;
        }

        BinaryPrimitives.WriteInt32BigEndian(output[start..], bits);
        return start + sizeof(int);
    }

    public static int WriteDouble(Span<byte> output, double value)
    {
        long bits = double.IsNaN(value) ? 0x7FF8000000000000 : BitConverter.DoubleToInt64Bits(value);
        if (value is >= -1 and <= MaxSmallDouble && bits != long.MinValue && value == (int)value)
        {
            output[0] = (byte)(0x80 | ((int)value + 1));
            return 1;
        }

        if (value == (float)value)
        {
            output[0] = 0xFE;
            BinaryPrimitives.WriteSingleBigEndian(output[1..], (float)value);
            return 1 + sizeof(float);
        }

        int start = 0;
        if (bits < 0)
        {
            output[start++] = 0xFF;
        }

        BinaryPrimitives.WriteInt64BigEndian(output[start..], bits);
        return start + sizeof(long);
    }
}
