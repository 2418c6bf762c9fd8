using ScoSearch.Lucene.Codecs.Lucene84Postings;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>Packs four bytes of mostly lowercase ASCII, digits and punctuation into three, others as exceptions.</summary>
/// <remarks>
/// Bytes 0x1F..0x3E and 0x5F..0x7E have 6-bit codes. The codes of the last quarter are spread over the free top two bits
/// of the others: bits 5-4 to the first quarter, 3-2 to the second, 1-0 to the third. Then VInt number of exceptions and
/// per exception Byte distance from the one before, Byte value; a distance above 255 is bridged by fillers.
/// </remarks>
internal static class LowercaseAscii
{
    /// <summary>Appends the packed form, unless the bytes are too few or too different.</summary>
    /// <returns>False when nothing was appended.</returns>
    public static bool TryCompress(ReadOnlySpan<byte> bytes, ByteBuffer output)
    {
        if (bytes.Length < 8 || !TryCountExceptions(bytes, out int exceptions))
        {
            return false;
        }

        int saved = bytes.Length >>> 2;
        int packed = bytes.Length - saved;
        Span<byte> target = output.Append(packed);
        for (int i = 0; i < packed; i++)
        {
            target[i] = Code(bytes[i]);
        }

        for (int i = 0; i < saved; i++)
        {
            int code = Code(bytes[packed + i]);
            target[i] |= (byte)((code & 0x30) << 2);
            target[saved + i] |= (byte)((code & 0x0C) << 4);
            target[(2 * saved) + i] |= (byte)((code & 0x03) << 6);
        }

        output.AddVInt32(exceptions);
        WriteExceptions(bytes, exceptions, output);
        return true;
    }

    /// <summary>Restores <paramref name="destination"/>, whose length is that of the original, from the reader.</summary>
    public static void Decompress(ref SpanReader reader, Span<byte> destination)
    {
        int saved = destination.Length >>> 2;
        int packed = destination.Length - saved;
        reader.ReadSpan(packed).CopyTo(destination);
        for (int i = 0; i < saved; i++)
        {
            destination[packed + i] = (byte)(((destination[i] & 0xC0) >>> 2)
                | ((destination[saved + i] & 0xC0) >>> 4)
                | ((destination[(2 * saved) + i] & 0xC0) >>> 6));
        }

        for (int i = 0; i < destination.Length; i++)
        {
            int x = destination[i];
            destination[i] = (byte)(((x & 0x1F) | 0x20 | ((x & 0x20) << 1)) - 1);
        }

        int at = 0;
        for (uint left = reader.ReadVUInt32(); left > 0; left--)
        {
            at += reader.ReadByte();
            if (at >= destination.Length)
            {
                throw reader.Corrupt($"an exception before byte {destination.Length}", $"{at}");
            }

            destination[at] = reader.ReadByte();
        }
    }

    private static bool IsCompressible(byte b) => ((b + 1) & 0xE0) is 0x20 or 0x60;

    private static byte Code(byte b) => (byte)(((b + 1) & 0x1F) | (((b + 1) & 0x40) >>> 1));

    private static bool TryCountExceptions(ReadOnlySpan<byte> bytes, out int count)
    {
        int most = bytes.Length >>> 5;
        int previous = 0;
        count = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!IsCompressible(bytes[i]))
            {
                for (; i - previous > 0xFF; previous += 0xFF)
                {
                    count++;
                }

                if (++count > most)
                {
                    return false;
                }

                previous = i;
            }
        }

        return true;
    }

    private static void WriteExceptions(ReadOnlySpan<byte> bytes, int exceptions, ByteBuffer output)
    {
        if (exceptions == 0)
        {
            return;
        }

        int previous = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!IsCompressible(bytes[i]))
            {
                for (; i - previous > 0xFF; previous += 0xFF)
                {
                    output.Add(0xFF);
                    output.Add(bytes[previous + 0xFF]);
                }

                output.Add((byte)(i - previous));
                output.Add(bytes[i]);
                previous = i;
            }
        }
    }
}
