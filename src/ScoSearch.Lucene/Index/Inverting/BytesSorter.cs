using System.Buffers.Binary;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Sorts the strings of a <see cref="BytesHash"/> in unsigned byte order.</summary>
/// <remarks>
/// Multikey sort with digits of eight bytes: the first eight bytes of all strings, read as big-endian numbers, are
/// sorted as plain integers; runs of equal
/// numbers are sorted by the next eight bytes, and so on. Example: "ab", "abcdefghX", "abcdefghA": the first digit
/// separates "ab" from the other two, the
/// second digit orders these. After Bentley and Sedgewick, "Fast algorithms for sorting and searching strings" (1997),
/// with wide digits.
/// </remarks>
internal static class BytesSorter
{
    private const int DigitSize = 8;

    /// <summary>Numbers of all strings, in the order of their bytes.</summary>
    public static int[] Sort(BytesHash strings)
    {
        int[] ids = new int[strings.Count];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = i;
        }

        SortRun(strings, ids, new ulong[ids.Length], 0);
        return ids;
    }

    private static void SortRun(BytesHash strings, Span<int> ids, Span<ulong> digits, int depth)
    {
        for (int i = 0; i < ids.Length; i++)
        {
            digits[i] = Digit(strings[ids[i]], depth);
        }

        digits.Sort(ids);
        for (int start = 0; start < ids.Length;)
        {
            int end = start + 1;
            while (end < ids.Length && digits[end] == digits[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                SortEqualDigits(strings, ids[start..end], digits[start..end], depth + DigitSize);
            }

            start = end;
        }
    }

    /// <summary>Orders strings that agree in all digits before <paramref name="depth"/>, where a missing byte counted
    /// as 0.</summary>
    private static void SortEqualDigits(BytesHash strings, Span<int> ids, Span<ulong> digits, int depth)
    {
        // Strings that end within the digit differ from the others by trailing zero bytes only: they come first,
        // shorter before longer.
        int ended = 0;
        for (int i = 0; i < ids.Length; i++)
        {
            if (strings[ids[i]].Length <= depth)
            {
                (ids[ended], ids[i]) = (ids[i], ids[ended]);
                ended++;
            }
        }

        if (ended > 1)
        {
            ids[..ended].Sort((left, right) => strings[left].Length.CompareTo(strings[right].Length));
        }

        if (ids.Length - ended > 1)
        {
            SortRun(strings, ids[ended..], digits[ended..], depth);
        }
    }

    private static ulong Digit(ReadOnlySpan<byte> bytes, int depth)
    {
        int rest = bytes.Length - depth;
        if (rest >= DigitSize)
        {
            return BinaryPrimitives.ReadUInt64BigEndian(bytes[depth..]);
        }

        ulong digit = 0;
        for (int i = 0; i < rest; i++)
        {
            digit |= (ulong)bytes[depth + i] << (56 - (8 * i));
        }

        return digit;
    }
}
