using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Compression;

/// <summary>Writes LZ4 blocks (the raw block format, without frame), optionally with a dictionary in front of the input.</summary>
/// <remarks>
/// Greedy parse: a hash table keeps the last position of every four-byte sequence; where the four bytes at the current
/// position stood before, at most 65535 bytes back, a match begins and is made as long as possible. No position is skipped,
/// so the output is at least as small as that of a table of this kind can be. Source: LZ4 block format description, Yann
/// Collet. Not thread-safe: one encoder has one table.
/// </remarks>
internal sealed class Lz4Encoder
{
    private const int MinMatch = 4;
    private const int MaxDistance = 65535;

    // The format's end rules: the last five bytes are literals, and the last match starts twelve bytes before the end.
    private const int LastLiterals = 5;
    private const int MatchStartMargin = 12;

    private const int HashBits = 14;

    // Position + 1 of the last occurrence of each hash in the current input; 0 for none.
    private readonly int[] _table = new int[1 << HashBits];

    /// <summary>Most bytes that a block of <paramref name="length"/> input bytes can take.</summary>
    public static int MaxCompressedLength(int length) => checked(length + (length / 255) + 16);

    /// <summary>Compresses <c>input[dictionaryLength..]</c>; matches may reach into <c>input[..dictionaryLength]</c>.</summary>
    /// <param name="input">Dictionary and data, one after the other.</param>
    /// <param name="dictionaryLength">Bytes of the dictionary, from 0.</param>
    /// <param name="output">At least <see cref="MaxCompressedLength"/> of the data's length.</param>
    /// <returns>Bytes written, at least 1.</returns>
    public int Compress(ReadOnlySpan<byte> input, int dictionaryLength, Span<byte> output)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)dictionaryLength, (uint)input.Length);
        int written = 0;
        int anchor = dictionaryLength;
        int lastMatchStart = input.Length - MatchStartMargin;
        if (lastMatchStart >= dictionaryLength)
        {
            Array.Clear(_table);
            Prime(input, dictionaryLength);
            int position = dictionaryLength;
            while (position <= lastMatchStart)
            {
                uint sequence = ReadSequence(input, position);
                ref int slot = ref Slot(sequence);
                int candidate = slot - 1;
                slot = position + 1;
                if (candidate < 0 || position - candidate > MaxDistance || ReadSequence(input, candidate) != sequence)
                {
                    position++;
                    continue;
                }

                int length = MinMatch + CommonLength(
                    input, candidate + MinMatch, position + MinMatch, input.Length - LastLiterals);
                written += WriteSequence(output[written..], input[anchor..position], position - candidate, length);
                position += length;
                anchor = position;
                if (position <= lastMatchStart)
                {
                    // One more anchor near the end of the match helps text that repeats with small changes.
                    Slot(ReadSequence(input, position - 2)) = position - 1;
                }
            }
        }

        return written + WriteLiterals(output[written..], input[anchor..], matchNibble: 0);
    }

    private static int WriteSequence(Span<byte> output, ReadOnlySpan<byte> literals, int distance, int matchLength)
    {
        int rest = matchLength - MinMatch;
        int written = WriteLiterals(output, literals, Math.Min(rest, 15));
        BinaryPrimitives.WriteUInt16LittleEndian(output[written..], (ushort)distance);
        written += 2;
        return rest >= 15 ? written + WriteLength(output[written..], rest - 15) : written;
    }

    // The token, its literal length and the literals.
    private static int WriteLiterals(Span<byte> output, ReadOnlySpan<byte> literals, int matchNibble)
    {
        output[0] = (byte)((Math.Min(literals.Length, 15) << 4) | matchNibble);
        int written = 1;
        if (literals.Length >= 15)
        {
            written += WriteLength(output[written..], literals.Length - 15);
        }

        literals.CopyTo(output[written..]);
        return written + literals.Length;
    }

    private static int WriteLength(Span<byte> output, int rest)
    {
        int written = 0;
        for (; rest >= 255; rest -= 255)
        {
            output[written++] = 255;
        }

        output[written] = (byte)rest;
        return written + 1;
    }

    private static int CommonLength(ReadOnlySpan<byte> input, int first, int second, int end)
    {
        int start = second;
        while (second + sizeof(ulong) <= end)
        {
            ulong difference = BinaryPrimitives.ReadUInt64LittleEndian(input[first..])
                ^ BinaryPrimitives.ReadUInt64LittleEndian(input[second..]);
            if (difference != 0)
            {
                return second - start + (BitOperations.TrailingZeroCount(difference) >> 3);
            }

            first += sizeof(ulong);
            second += sizeof(ulong);
        }

        while (second < end && input[first] == input[second])
        {
            first++;
            second++;
        }

        return second - start;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ReadSequence(ReadOnlySpan<byte> input, int position) =>
        BinaryPrimitives.ReadUInt32LittleEndian(input[position..]);

    // Knuth's multiplicative hash; the top bits are the best mixed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int Slot(uint sequence)
    {
        // Safety: the shift leaves HashBits bits, and the table has 2^HashBits entries.
        return ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(_table), (nint)((sequence * 2654435769u) >> (32 - HashBits)));
    }

    private void Prime(ReadOnlySpan<byte> input, int dictionaryLength)
    {
        int last = Math.Min(dictionaryLength, input.Length - MinMatch + 1);
        for (int i = Math.Max(0, dictionaryLength - MaxDistance); i < last; i++)
        {
            Slot(ReadSequence(input, i)) = i + 1;
        }
    }
}
