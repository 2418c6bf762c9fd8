using System.Diagnostics;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Compression;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>One loaded block of the terms dictionary: suffixes, sub-block pointers, and metadata decoded on demand.</summary>
/// <remarks>Buffers are reused from block to block. Not thread-safe.</remarks>
internal sealed class TermBlock
{
    // An entry's suffix length (at most 5 bytes) and, for a sub-block, the distance to it (at most 9).
    private const int MaxLengthBytes = 5 + 9;

    // Entry i has the suffix bytes _starts[i].._starts[i + 1].
    private int[] _starts = new int[64];

    // .tim offset of the sub-block of entry i, or -1 for a term; unused in leaf blocks.
    private long[] _subBlocks = [];

    // Suffixes that are not in the file as they are.
    private byte[] _buffer = [];

    private DictSource _source = null!; // set by Load before anything is read
    private long _suffixesAt;
    private int _suffixesLength;
    private bool _isBuffered;

    private long _statsAt;
    private int _statsLength;
    private long _metadataAt;
    private int _metadataLength;

    // Entries before _decoded have passed through the metadata decoder; _metadata is that of the last term among them.
    private int _decoded;
    private int _statsPosition;
    private int _metadataPosition;
    private int _singletonsLeft;
    private TermMetadata _metadata;

    /// <summary>.tim offset of this block, or -1 before the first one is loaded.</summary>
    public long FilePointer { get; private set; } = -1;

    /// <summary>.tim offset behind this block: the next floor block, unless this is the last.</summary>
    public long End { get; private set; }

    public int Count { get; private set; }

    /// <summary>True when no floor block of the same prefix follows.</summary>
    public bool IsLast { get; private set; }

    /// <summary>True when all entries are terms.</summary>
    public bool IsLeaf { get; private set; }

    /// <summary>Suffix of an entry; valid until the next load.</summary>
    public ReadOnlySpan<byte> Suffix(int entry)
    {
        int start = _starts[entry];
        int length = _starts[entry + 1] - start;
        return _isBuffered
            ? _buffer.AsSpan(start, length)
            : _source.Terms.SpanAt(_suffixesAt + start, length);
    }

    /// <summary>.tim offset of the first block of the sub-block entry, or -1 when the entry is a term.</summary>
    public long SubBlock(int entry) => IsLeaf ? -1 : _subBlocks[entry];

    /// <summary>Loads the block at an offset, unless it is loaded already.</summary>
    /// <exception cref="CorruptIndexException">There is no valid block.</exception>
    public void Load(DictSource source, long filePointer)
    {
        if (FilePointer == filePointer && _source == source)
        {
            return;
        }

        FilePointer = -1;
        _source = source;
        SpanReader reader = new(source.Terms, filePointer);
        uint head = reader.ReadVUInt32();
        int count = (int)(head >>> 1);
        IsLast = (head & 1) != 0;
        if (count == 0 || count > source.TermCount)
        {
            throw reader.Corrupt($"a block of 1 to {source.TermCount} entries", $"{count}");
        }

        Count = count;
        ReadSuffixes(ref reader, filePointer);
        _statsLength = reader.ReadVInt31();
        _statsAt = reader.FilePosition;
        reader.Skip(_statsLength);
        _metadataLength = reader.ReadVInt31();
        _metadataAt = reader.FilePosition;
        reader.Skip(_metadataLength);
        End = reader.FilePosition;
        FilePointer = filePointer;
        ResetMetadata();
    }

    /// <summary>Index of the first entry whose suffix is not less than <paramref name="suffix"/>, or <see cref="Count"/>.</summary>
    /// <param name="suffix">The rest of a term after the block's prefix.</param>
    /// <param name="equal">True when the suffix of the found entry is equal.</param>
    public int FindCeiling(ReadOnlySpan<byte> suffix, out bool equal)
    {
        ReadOnlySpan<byte> suffixes = _isBuffered
            ? _buffer.AsSpan(0, _suffixesLength)
            : _source.Terms.SpanAt(_suffixesAt, _suffixesLength);
        ReadOnlySpan<int> starts = _starts.AsSpan(0, Count + 1);
        int low = 0;
        int high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int start = starts[middle];
            int order = suffixes[start..starts[middle + 1]].SequenceCompareTo(suffix);
            if (order < 0)
            {
                low = middle + 1;
            }
            else if (order > 0)
            {
                high = middle - 1;
            }
            else
            {
                equal = true;
                return middle;
            }
        }

        equal = false;
        return low;
    }

    /// <summary>Statistics and postings metadata of an entry that is a term; valid until the next call.</summary>
    public ref readonly TermMetadata GetMetadata(int entry)
    {
        Debug.Assert(SubBlock(entry) < 0, "a sub-block has no metadata");
        if (entry < _decoded - 1)
        {
            ResetMetadata();
        }

        if (_decoded <= entry)
        {
            DecodeUpTo(entry);
        }

        return ref _metadata;
    }

    private void DecodeUpTo(int entry)
    {
        SpanReader stats = new(_source.Terms, _statsAt, _statsLength);
        SpanReader metadata = new(_source.Terms, _metadataAt, _metadataLength);
        stats.Seek(_statsPosition);
        metadata.Seek(_metadataPosition);
        for (; _decoded <= entry; _decoded++)
        {
            if (SubBlock(_decoded) < 0)
            {
                ReadStats(ref stats);
                _source.Metadata.Read(ref metadata, ref _metadata);
            }
        }

        _statsPosition = stats.Position;
        _metadataPosition = metadata.Position;
    }

    private void ReadStats(ref SpanReader stats)
    {
        if (_singletonsLeft > 0)
        {
            _singletonsLeft--;
            return;
        }

        uint code = stats.ReadVUInt32();
        if ((code & 1) != 0)
        {
            _singletonsLeft = (int)(code >>> 1);
            _metadata.DocFreq = 1;
            _metadata.TotalTermFreq = 1;
            return;
        }

        uint docFreq = code >>> 1;
        if (docFreq == 0 || docFreq > (uint)_source.MaxDoc)
        {
            throw stats.Corrupt($"a document frequency from 1 to {_source.MaxDoc}", $"{docFreq}");
        }

        _metadata.DocFreq = (int)docFreq;
        _metadata.TotalTermFreq = docFreq;
        if (_source.HasFreqs)
        {
            _metadata.TotalTermFreq += stats.ReadVInt64();
            if (_metadata.TotalTermFreq < docFreq)
            {
                throw stats.Corrupt("a total term frequency below 2^63", "more");
            }
        }
    }

    private void ResetMetadata()
    {
        _decoded = 0;
        _statsPosition = 0;
        _metadataPosition = 0;
        _singletonsLeft = 0;
        _metadata = new TermMetadata { SingletonDocId = -1 };
    }

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
