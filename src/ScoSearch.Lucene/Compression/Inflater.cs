using System.Buffers.Binary;

namespace ScoSearch.Lucene.Compression;

/// <summary>Reads raw DEFLATE streams (RFC 1951), optionally with a preset dictionary, straight from span to span.</summary>
/// <remarks>
/// The base library's DeflateStream takes neither a dictionary nor spans. Codes are looked up in one table of 2^15 entries
/// at most, indexed by the next bits of the stream. Not thread-safe: one inflater has one set of tables.
/// </remarks>
internal sealed class Inflater
{
    private const int MaxCodeLength = 15;
    private const int MaxDistance = 32768;
    private const int EndOfBlock = 256;

    private readonly HuffmanTable _literals = new(288);
    private readonly HuffmanTable _distances = new(32);
    private readonly HuffmanTable _lengths = new(19);
    private readonly byte[] _codeLengths = new byte[288 + 32];

    private static ReadOnlySpan<byte> CodeLengthOrder =>
        [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private static ReadOnlySpan<ushort> LengthBase =>
    [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
    ];

    private static ReadOnlySpan<byte> LengthExtra =>
        [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    private static ReadOnlySpan<ushort> DistanceBase =>
    [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
        8193, 12289, 16385, 24577,
    ];

    private static ReadOnlySpan<byte> DistanceExtra =>
        [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

    /// <summary>Decompresses a complete stream whose decompressed length is known.</summary>
    /// <param name="source">Exactly the stream.</param>
    /// <param name="dictionary">Bytes that logically stand directly in front of the output; may be empty.</param>
    /// <param name="output">Filled completely.</param>
    /// <returns>False when the stream is damaged or of another length.</returns>
    public bool TryInflate(ReadOnlySpan<byte> source, ReadOnlySpan<byte> dictionary, Span<byte> output)
    {
        DeflateBits bits = new(source);
        int written = 0;
        bool last;
        do
        {
            last = bits.Take(1) == 1;
            bool sound = bits.Take(2) switch
            {
                0 => TryCopyStored(ref bits, output, ref written),
                1 => BuildFixed() && TryDecode(ref bits, dictionary, output, ref written),
                2 => TryReadTables(ref bits) && TryDecode(ref bits, dictionary, output, ref written),
                _ => false,
            };
            if (!sound || bits.IsExhausted)
            {
                return false;
            }
        }
        while (!last);
        return written == output.Length;
    }

    private static bool TryCopyStored(ref DeflateBits bits, Span<byte> output, ref int written)
    {
        ReadOnlySpan<byte> header = bits.TakeBytes(4);
        if (header.Length < 4)
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16LittleEndian(header);
        if ((length ^ 0xFFFF) != BinaryPrimitives.ReadUInt16LittleEndian(header[2..]) || length > output.Length - written)
        {
            return false;
        }

        ReadOnlySpan<byte> stored = bits.TakeBytes(length);
        stored.CopyTo(output[written..]);
        written += stored.Length;
        return stored.Length == length;
    }

    private bool BuildFixed()
    {
        Span<byte> lengths = _codeLengths;
        lengths[..144].Fill(8);
        lengths[144..256].Fill(9);
        lengths[256..280].Fill(7);
        lengths[280..288].Fill(8);
        lengths.Slice(288, 32).Fill(5);
        return _literals.TryBuild(lengths[..288]) && _distances.TryBuild(lengths.Slice(288, 32));
    }

    private bool TryReadTables(ref DeflateBits bits)
    {
        int literals = bits.Take(5) + 257;
        int distances = bits.Take(5) + 1;
        int lengthCodes = bits.Take(4) + 4;
        Span<byte> lengths = _codeLengths;
        lengths.Clear();
        for (int i = 0; i < lengthCodes; i++)
        {
            lengths[CodeLengthOrder[i]] = (byte)bits.Take(3);
        }

        if (literals > 286 || !_lengths.TryBuild(lengths[..19]))
        {
            return false;
        }

        lengths.Clear();
        if (!TryReadCodeLengths(ref bits, lengths[..(literals + distances)]) || lengths[EndOfBlock] == 0)
        {
            return false;
        }

        return _distances.TryBuild(lengths.Slice(literals, distances)) && _literals.TryBuild(lengths[..literals]);
    }

    private bool TryReadCodeLengths(ref DeflateBits bits, Span<byte> lengths)
    {
        for (int i = 0; i < lengths.Length;)
        {
            int symbol = _lengths.Decode(ref bits);
            if (symbol is < 0 or > 18 || bits.IsExhausted)
            {
                return false;
            }

            if (symbol < 16)
            {
                lengths[i++] = (byte)symbol;
                continue;
            }

            if (symbol == 16 && i == 0)
            {
                return false;
            }

            byte repeated = symbol == 16 ? lengths[i - 1] : (byte)0;
            int count = symbol switch { 16 => 3 + bits.Take(2), 17 => 3 + bits.Take(3), _ => 11 + bits.Take(7) };
            if (count > lengths.Length - i)
            {
                return false;
            }

            lengths.Slice(i, count).Fill(repeated);
            i += count;
        }

        return true;
    }

    private bool TryDecode(ref DeflateBits bits, ReadOnlySpan<byte> dictionary, Span<byte> output, ref int written)
    {
        while (true)
        {
            int symbol = _literals.Decode(ref bits);
            if (symbol < EndOfBlock)
            {
                if (symbol < 0 || written >= output.Length || bits.IsExhausted)
                {
                    return false;
                }

                output[written++] = (byte)symbol;
                continue;
            }

            if (symbol == EndOfBlock)
            {
                return !bits.IsExhausted;
            }

            symbol -= EndOfBlock + 1;
            if (symbol >= LengthBase.Length)
            {
                return false;
            }

            int length = LengthBase[symbol] + bits.Take(LengthExtra[symbol]);
            int distanceSymbol = _distances.Decode(ref bits);
            if (distanceSymbol < 0 || distanceSymbol >= DistanceBase.Length)
            {
                return false;
            }

            int distance = DistanceBase[distanceSymbol] + bits.Take(DistanceExtra[distanceSymbol]);
            if (distance > Math.Min(MaxDistance, written + dictionary.Length) || length > output.Length - written)
            {
                return false;
            }

            CopyMatch(dictionary, output, written, distance, length);
            written += length;
        }
    }

    private static void CopyMatch(ReadOnlySpan<byte> dictionary, Span<byte> output, int written, int distance, int length)
    {
        if (distance <= written && distance >= length)
        {
            output.Slice(written - distance, length).CopyTo(output[written..]);
            return;
        }

        for (int i = 0; i < length; i++)
        {
            int from = written + i - distance;
            output[written + i] = from >= 0 ? output[from] : dictionary[dictionary.Length + from];
        }
    }

    /// <summary>Canonical Huffman codes of at most 15 bits, decoded by one look-up.</summary>
    private sealed class HuffmanTable(int maxSymbols)
    {
        // Entry = symbol << 4 | code length; 0 where no code leads. Indexed by the next _bits bits, first bit lowest.
        private ushort[] _entries = new ushort[1 << 9];
        private int _bits;

        public bool TryBuild(ReadOnlySpan<byte> lengths)
        {
            Span<int> counts = stackalloc int[MaxCodeLength + 1];
            counts.Clear();
            int longest = 0;
            foreach (byte length in lengths)
            {
                counts[length]++;
                longest = Math.Max(longest, length);
            }

            counts[0] = 0;
            Span<int> next = stackalloc int[MaxCodeLength + 2];
            int code = 0;
            for (int length = 1; length <= MaxCodeLength; length++)
            {
                next[length] = code;
                code += counts[length];
                if (code > 1 << length)
                {
                    return false;
                }

                code <<= 1;
            }

            _bits = Math.Max(1, longest);
            if (_entries.Length < 1 << _bits)
            {
                _entries = new ushort[1 << _bits];
            }

            Span<ushort> entries = _entries.AsSpan(0, 1 << _bits);
            entries.Clear();
            for (int symbol = 0; symbol < Math.Min(lengths.Length, maxSymbols); symbol++)
            {
                int length = lengths[symbol];
                if (length != 0)
                {
                    Fill(entries, Reverse(next[length]++, length), length, symbol);
                }
            }

            return true;
        }

        /// <summary>The next symbol, or -1 when the bits are no code.</summary>
        public int Decode(ref DeflateBits bits)
        {
            int entry = _entries[bits.Peek(_bits)];
            bits.Skip(entry & 15);
            return entry == 0 ? -1 : entry >> 4;
        }

        private static void Fill(Span<ushort> entries, int code, int length, int symbol)
        {
            for (int i = code; i < entries.Length; i += 1 << length)
            {
                entries[i] = (ushort)((symbol << 4) | length);
            }
        }

        private static int Reverse(int code, int length)
        {
            int reversed = 0;
            for (int i = 0; i < length; i++)
            {
                reversed = (reversed << 1) | ((code >> i) & 1);
            }

            return reversed;
        }
    }
}
