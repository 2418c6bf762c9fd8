using System.Diagnostics;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>One loaded block of the terms dictionary: suffixes, sub-block pointers, and metadata decoded on demand.</summary>
/// <remarks>Buffers are reused from block to block. Not thread-safe.</remarks>
internal sealed partial class TermBlock
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
}
