using System.Buffers.Binary;

namespace ScoSearch.Lucene.Compression;

/// <summary>Reads LZ4 blocks (the raw block format, without frame), optionally with a dictionary in front of the output.</summary>
internal static class Lz4Decoder
{
    private const int MinMatch = 4;

    /// <summary>Decompresses a block whose decompressed length is known.</summary>
    /// <param name="source">The compressed bytes; there may be more behind the block.</param>
    /// <param name="dictionary">Bytes that logically stand directly in front of the output; may be empty.</param>
    /// <param name="output">Filled completely.</param>
    /// <returns>Compressed bytes used, or the complement (<c>~</c>) of the offset in the source where it is damaged.</returns>
    public static int Decompress(ReadOnlySpan<byte> source, ReadOnlySpan<byte> dictionary, Span<byte> output)
    {
        int read = 0;
        int written = 0;
        while (true)
        {
            if (read >= source.Length)
            {
                return ~read;
            }

            int at = read;
            int token = source[read++];
            int literals = token >> 4;
            if (literals == 15 && !TryReadLength(source, ref read, ref literals))
            {
                return ~at;
            }

            if (literals > source.Length - read || literals > output.Length - written)
            {
                return ~at;
            }

            CopyLiterals(source[read..], output[written..], literals);
            read += literals;
            written += literals;
            if (written == output.Length)
            {
                return read;
            }

            if (source.Length - read < sizeof(ushort))
            {
                return ~read;
            }

            int distance = BinaryPrimitives.ReadUInt16LittleEndian(source[read..]);
            read += sizeof(ushort);
            int length = token & 15;
            if (length == 15 && !TryReadLength(source, ref read, ref length))
            {
                return ~at;
            }

            length += MinMatch;
            if (distance == 0 || distance > written + dictionary.Length || length > output.Length - written)
            {
                return ~at;
            }

            written = distance <= written
                ? CopyMatch(output, written, distance, length)
                : CopyFromDictionary(dictionary, output, written, distance, length);
            if (written == output.Length)
            {
                // A block may end with a match; the format's own end rule (five literals) is not demanded.
                return read;
            }
        }
    }

    private static bool TryReadLength(ReadOnlySpan<byte> source, ref int read, ref int length)
    {
        while (read < source.Length)
        {
            byte b = source[read++];
            length += b;
            if (b != 255)
            {
                return true;
            }

            if (length > int.MaxValue - 512)
            {
                return false;
            }
        }

        return false;
    }

    // Short runs are the rule; sixteen bytes at once beat a call of variable length.
    private static void CopyLiterals(ReadOnlySpan<byte> source, Span<byte> output, int count)
    {
        if (count <= 16 && source.Length >= 16 && output.Length >= 16)
        {
            source[..16].CopyTo(output);
        }
        else
        {
            source[..count].CopyTo(output);
        }
    }

    private static int CopyMatch(Span<byte> output, int written, int distance, int length)
    {
        int from = written - distance;
        if (distance >= 16 && length <= 16 && output.Length - written >= 16)
        {
            output.Slice(from, 16).CopyTo(output[written..]);
        }
        else if (distance >= length)
        {
            output.Slice(from, length).CopyTo(output[written..]);
        }
        else
        {
            CopyOverlapping(output[from..], distance, length);
        }

        return written + length;
    }

    // The output repeats its last `distance` bytes: each step doubles what is known to repeat.
    private static void CopyOverlapping(Span<byte> pattern, int distance, int length)
    {
        int known = distance;
        int end = distance + length;
        while (known < end)
        {
            int step = Math.Min(known, end - known);
            pattern[..step].CopyTo(pattern[known..]);
            known += step;
        }
    }

    private static int CopyFromDictionary(
        ReadOnlySpan<byte> dictionary, Span<byte> output, int written, int distance, int length)
    {
        int from = dictionary.Length + written - distance;
        int first = Math.Min(length, dictionary.Length - from);
        dictionary.Slice(from, first).CopyTo(output[written..]);
        int rest = length - first;
        return rest == 0 ? written + first : CopyMatch(output, written + first, distance, rest);
    }
}
