using System.Numerics;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>A block of 128 non-negative integers of which a few large ones are stored apart ("patched FOR").</summary>
/// <remarks>
/// Byte token: high 3 bits the number of exceptions, low 5 bits the width b. b = 0: VLong with the value of all;
/// otherwise a FOR block of b bits. Then per exception Byte index, Byte high bits (to be shifted left by b).
/// Example: 128 times 1 but v[5] = 7 is <c>20 01 05 06</c>: one exception, all are 1, v[5] = 1 | 6.
/// </remarks>
internal static class PatchedBlock
{
    private const int Size = Lucene84PostingsFormat.BlockSize;
    private const int MaxExceptionsWritten = 3;

    /// <summary>Most bytes a block takes: token, widest FOR block, seven exceptions.</summary>
    public const int MaxBytes = 1 + (16 * 31) + 14;

    /// <summary>Writes 128 values; <paramref name="values"/> is overwritten.</summary>
    public static void Write(Span<int> values, IndexOutput output)
    {
        values = values[..Size];
        (int fourthLargest, int largest) = FindLargest(values);
        int maxBits = ForBlock.BitsRequired((uint)largest);
        int bits = Math.Max(ForBlock.BitsRequired((uint)fourthLargest), maxBits - 8);
        int limit = (int)((1U << bits) - 1);

        Span<byte> exceptions = stackalloc byte[2 * MaxExceptionsWritten];
        int count = 0;
        if (maxBits > bits)
        {
            for (int i = 0; i < Size; i++)
            {
                if (values[i] > limit)
                {
                    exceptions[2 * count] = (byte)i;
                    exceptions[(2 * count) + 1] = (byte)(values[i] >>> bits);
                    values[i] &= limit;
                    count++;
                }
            }
        }

        if (maxBits <= 8 && !values.ContainsAnyExcept(values[0]))
        {
            for (int i = 0; i < count; i++)
            {
                exceptions[(2 * i) + 1] = (byte)(exceptions[(2 * i) + 1] << bits);
            }

            output.WriteByte((byte)(count << 5));
            output.WriteVInt64(values[0]);
        }
        else
        {
            Span<byte> packed = stackalloc byte[16 * 31];
            ForBlock.Encode(values, bits, packed);
            output.WriteByte((byte)((count << 5) | bits));
            output.WriteBytes(packed[..(16 * bits)]);
        }

        output.WriteBytes(exceptions[..(2 * count)]);
    }

    /// <summary>Decodes a block.</summary>
    /// <param name="reader">Stands on the block; afterwards behind it.</param>
    /// <param name="values">Receives 128 values.</param>
    /// <exception cref="CorruptIndexException">The block is not valid.</exception>
    public static void Read(ref SpanReader reader, Span<int> values)
    {
        values = values[..Size];
        int token = reader.ReadByte();
        int bits = token & 0x1F;
        if (bits == 0)
        {
            long constant = reader.ReadVInt64();
            if (constant > int.MaxValue)
            {
                throw reader.Corrupt("a 31-bit constant", $"{constant}");
            }

            values.Fill((int)constant);
        }
        else
        {
            ForDecoder.Decode(reader.ReadSpan(16 * bits), bits, values);
        }

        for (int i = token >>> 5; i > 0; i--)
        {
            int index = reader.ReadByte();
            int high = reader.ReadByte();
            if (index >= Size || (high != 0 && BitOperations.Log2((uint)high) + bits > 30))
            {
                throw reader.Corrupt("an exception with a 31-bit value", $"index {index}, bits {high:x2} << {bits}");
            }

            values[index] |= high << bits;
        }
    }

    /// <summary>Moves behind a block without decoding it.</summary>
    public static void Skip(ref SpanReader reader)
    {
        int token = reader.ReadByte();
        int bits = token & 0x1F;
        if (bits == 0)
        {
            reader.ReadVInt64();
        }

        reader.Skip((16 * bits) + (2 * (token >>> 5)));
    }

    // The four largest with repetition, as an insertion into m0 <= m1 <= m2 <= m3.
    private static (int Fourth, int Largest) FindLargest(ReadOnlySpan<int> values)
    {
        int m0 = 0, m1 = 0, m2 = 0, m3 = 0;
        foreach (int value in values)
        {
            if (value <= m0)
            {
                continue;
            }

            if (value <= m1)
            {
                m0 = value;
            }
            else if (value <= m2)
            {
                (m0, m1) = (m1, value);
            }
            else if (value <= m3)
            {
                (m0, m1, m2) = (m1, m2, value);
            }
            else
            {
                (m0, m1, m2, m3) = (m1, m2, m3, value);
            }
        }

        return (m0, m3);
    }
}
