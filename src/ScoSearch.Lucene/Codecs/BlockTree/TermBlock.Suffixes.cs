using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Compression;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <content>Reading the suffixes and their lengths when a block is loaded.</content>
internal sealed partial class TermBlock
{
    private void ReadSuffixes(ref SpanReader reader, long filePointer)
    {
        long code = reader.ReadVInt64();
        if (code >>> 3 > DictSource.MaxSuffixBytes)
        {
            throw reader.Corrupt($"at most {DictSource.MaxSuffixBytes} suffix bytes in a block", $"{code >>> 3}");
        }

        _suffixesLength = (int)(code >>> 3);
        IsLeaf = (code & 4) != 0;
        SuffixCompression compression = (SuffixCompression)(code & 3);
        _isBuffered = compression != SuffixCompression.None;
        if (compression == SuffixCompression.None)
        {
            _suffixesAt = reader.FilePosition;
            reader.Skip(_suffixesLength);
        }
        else
        {
            // Both compressions produce at most 255 bytes from one; a damaged length must not allocate more.
            if (_suffixesLength > 255L * reader.Remaining)
            {
                throw reader.Corrupt("more compressed suffix bytes", $"{reader.Remaining}");
            }

            EnsureBuffer(_suffixesLength);
            Span<byte> suffixes = _buffer.AsSpan(0, _suffixesLength);
            switch (compression)
            {
                case SuffixCompression.LowercaseAscii:
                    LowercaseAscii.Decompress(ref reader, suffixes);
                    break;
                case SuffixCompression.Lz4:
                    DecompressLz4(ref reader, suffixes);
                    break;
                default:
                    throw reader.Corrupt("a suffix compression from 0 to 2", "3");
            }
        }

        ReadLengths(ref reader, filePointer);
    }

    private static void DecompressLz4(ref SpanReader reader, Span<byte> suffixes)
    {
        int used = Lz4Decoder.Decompress(reader.Rest, [], suffixes);
        if (used < 0)
        {
            reader.Skip(~used);
            throw reader.Corrupt("a valid LZ4 sequence", "another byte");
        }

        reader.Skip(used);
    }

    private void ReadLengths(ref SpanReader reader, long filePointer)
    {
        uint head = reader.ReadVUInt32();
        int lengthBytes = (int)(head >>> 1);
        bool allSame = (head & 1) != 0;
        if (lengthBytes < Count || lengthBytes > (long)Count * MaxLengthBytes)
        {
            throw reader.Corrupt($"1 to {MaxLengthBytes} bytes of suffix lengths for each of {Count}", $"{lengthBytes}");
        }

        if (allSame)
        {
            ReadEqualLengths(ref reader, filePointer, lengthBytes);
            return;
        }

        SpanReader lengths = new(_source.Terms, reader.FilePosition, reader.ReadSpan(lengthBytes));
        ReadStarts(ref lengths, filePointer);
    }

    private void ReadEqualLengths(ref SpanReader reader, long filePointer, int lengthBytes)
    {
        byte repeated = reader.ReadByte();
        if (IsLeaf && repeated < 0x80)
        {
            EnsureStarts();
            if ((long)Count * repeated != _suffixesLength)
            {
                throw reader.Corrupt($"suffixes of {_suffixesLength} bytes in all", $"{(long)Count * repeated}");
            }

            for (int i = 0; i <= Count; i++)
            {
                _starts[i] = i * repeated;
            }

            return;
        }

        byte[] expanded = new byte[lengthBytes];
        Array.Fill(expanded, repeated);
        SpanReader lengths = new(_source.Terms, reader.FilePosition, expanded);
        ReadStarts(ref lengths, filePointer);
    }

    private void ReadStarts(ref SpanReader lengths, long filePointer)
    {
        EnsureStarts();
        long at = 0;
        for (int i = 0; i < Count; i++)
        {
            _starts[i] = (int)at;
            uint code = lengths.ReadVUInt32();
            if (IsLeaf)
            {
                at += code;
            }
            else
            {
                at += code >>> 1;
                _subBlocks[i] = (code & 1) == 0 ? -1 : ReadSubBlock(ref lengths, filePointer);
            }

            if (at > _suffixesLength)
            {
                throw lengths.Corrupt($"suffixes of {_suffixesLength} bytes in all", $"{at} or more");
            }
        }

        _starts[Count] = (int)at;
        if (at != _suffixesLength)
        {
            throw lengths.Corrupt($"suffixes of {_suffixesLength} bytes in all", $"{at}");
        }
    }

    private static long ReadSubBlock(ref SpanReader reader, long filePointer)
    {
        long back = reader.ReadVInt64();
        return back > 0 && back <= filePointer
            ? filePointer - back
            : throw reader.Corrupt($"a sub-block 1 to {filePointer} bytes before", $"{back}");
    }

    private void EnsureStarts()
    {
        if (_starts.Length <= Count)
        {
            _starts = new int[Math.Max(Count + 1, 2 * _starts.Length)];
        }

        if (!IsLeaf && _subBlocks.Length < Count)
        {
            _subBlocks = new long[_starts.Length];
        }
    }

    private void EnsureBuffer(int length)
    {
        if (_buffer.Length < length)
        {
            _buffer = new byte[Math.Max(length, 2 * _buffer.Length)];
        }
    }
}
