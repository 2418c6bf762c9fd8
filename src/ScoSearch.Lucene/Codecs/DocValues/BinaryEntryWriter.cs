using ScoSearch.Lucene.Compression;
using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Writes the entry of a binary field that <see cref="BinaryEntry"/> reads.</summary>
internal readonly ref struct BinaryEntryWriter
{
    private const int ValuesPerBlock = 1 << DocValuesFormat.BinaryBlockShift;

    private readonly IndexOutput _meta;
    private readonly IndexOutput _data;
    private readonly ReadOnlySpan<int> _offsets;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _count;

    /// <param name="meta">The .dvm file.</param>
    /// <param name="data">The .dvd file.</param>
    /// <param name="offsets">Start of each value, and the end of the last.</param>
    /// <param name="bytes">The values, concatenated.</param>
    public BinaryEntryWriter(IndexOutput meta, IndexOutput data, ReadOnlySpan<int> offsets, ReadOnlySpan<byte> bytes)
    {
        _meta = meta;
        _data = data;
        _offsets = offsets;
        _bytes = bytes;
        _count = Math.Max(0, offsets.Length - 1);
    }

    /// <summary>Writes the values as they are.</summary>
    public void WritePlain(ReadOnlySpan<int> docIds, int maxDoc)
    {
        long start = _data.Position;
        if (_count > 0)
        {
            _data.WriteBytes(_bytes[_offsets[0].._offsets[_count]]);
        }

        (int shortest, int longest) = WriteCommon(start, docIds, maxDoc);
        if (shortest < longest)
        {
            long addresses = _data.Position;
            _meta.WriteInt64(addresses);
            _meta.WriteVInt32(DocValuesFormat.MonotonicBlockShift);
            DirectMonotonicWriter writer = new(_meta, _data, _offsets.Length, DocValuesFormat.MonotonicBlockShift);
            foreach (int offset in _offsets)
            {
                writer.Add(offset - _offsets[0]);
            }

            writer.Finish();
            _meta.WriteInt64(_data.Position - addresses);
        }
    }

    /// <summary>Writes the values compressed, 32 at a time.</summary>
    public void WriteCompressed(ReadOnlySpan<int> docIds, int maxDoc)
    {
        long start = _data.Position;
        List<long> blocks = [];
        int largest = 0;
        Lz4Encoder encoder = new();
        for (int first = 0; first < _count; first += ValuesPerBlock)
        {
            blocks.Add(_data.Position);
            largest = Math.Max(largest, WriteBlock(first, encoder));
        }

        WriteCommon(start, docIds, maxDoc);
        if (_count == 0)
        {
            return;
        }

        long addresses = _data.Position;
        _meta.WriteInt64(addresses);
        _meta.WriteVInt32(blocks.Count);
        _meta.WriteVInt32(DocValuesFormat.BinaryBlockShift);
        _meta.WriteVInt32(largest);
        _meta.WriteVInt32(DocValuesFormat.MonotonicBlockShift);
        DirectMonotonicWriter writer = new(_meta, _data, blocks.Count, DocValuesFormat.MonotonicBlockShift);
        foreach (long block in blocks)
        {
            writer.Add(block);
        }

        writer.Finish();
        _meta.WriteInt64(_data.Position - addresses);
    }

    private (int Shortest, int Longest) WriteCommon(long start, ReadOnlySpan<int> docIds, int maxDoc)
    {
        int shortest = int.MaxValue;
        int longest = 0;
        for (int i = 0; i < _count; i++)
        {
            int length = _offsets[i + 1] - _offsets[i];
            shortest = Math.Min(shortest, length);
            longest = Math.Max(longest, length);
        }

        _meta.WriteInt64(start);
        _meta.WriteInt64(_data.Position - start);
        DocsWithField.Write(_data, docIds, _count, maxDoc).WriteMeta(_meta);
        _meta.WriteInt32(_count);
        _meta.WriteInt32(shortest);
        _meta.WriteInt32(longest);
        return (shortest, longest);
    }

    // Returns the number of uncompressed bytes.
    private int WriteBlock(int first, Lz4Encoder encoder)
    {
        int end = Math.Min(first + ValuesPerBlock, _count);
        Span<int> lengths = stackalloc int[ValuesPerBlock];
        lengths.Clear();
        for (int i = first; i < end; i++)
        {
            lengths[i - first] = _offsets[i + 1] - _offsets[i];
        }

        bool allEqual = lengths.IndexOfAnyExcept(lengths[0]) < 0;
        _data.WriteVInt32((lengths[0] << 1) | (allEqual ? 1 : 0));
        for (int i = 1; !allEqual && i < lengths.Length; i++)
        {
            _data.WriteVInt32(lengths[i]);
        }

        ReadOnlySpan<byte> block = _bytes[_offsets[first].._offsets[end]];
        byte[] compressed = System.Buffers.ArrayPool<byte>.Shared.Rent(Lz4Encoder.MaxCompressedLength(block.Length));
        try
        {
            _data.WriteBytes(compressed.AsSpan(0, encoder.Compress(block, 0, compressed)));
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(compressed);
        }

        return block.Length;
    }
}
