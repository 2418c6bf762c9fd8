using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <content>Writing chunks and their index.</content>
internal sealed partial class StoredFieldsWriter
{
    /// <summary>Writes what is pending and the index; no documents may follow.</summary>
    /// <param name="maxDoc">Number of documents that must have been added.</param>
    public void Finish(int maxDoc)
    {
        if (_inDocument || DocumentCount != maxDoc)
        {
            throw new InvalidOperationException($"{DocumentCount} documents were stored, {maxDoc} expected.");
        }

        if (_pending > 0)
        {
            _dirtyChunks++;
            double ratio = (double)StoredFieldsFormat.ChunkSize(_mode) / Math.Max(1, _buffered);
            _dirtyDocs += Math.Min(_fieldCounts.Length, (long)(ratio * _pending)) - _pending;
            FlushChunk();
        }

        WriteIndex();
        CodecUtil.WriteFooter(_data);
    }

    private void RecordChunk()
    {
        _chunkDocs.Add(_documents);
        _chunkPointers.Add(_data.Position);
    }

    private void FlushChunk()
    {
        RecordChunk();
        int chunkSize = StoredFieldsFormat.ChunkSize(_mode);
        bool sliced = _buffered >= 2 * chunkSize;
        _data.WriteVInt32(_documents);
        _data.WriteVInt32((_pending << 1) | (sliced ? 1 : 0));
        StoredInts.Write(_data, _fieldCounts.AsSpan(0, _pending));
        StoredInts.Write(_data, _lengths.AsSpan(0, _pending));
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(0, _buffered);
        if (!sliced)
        {
            _compressor.Compress(bytes, _data);
        }

        for (int start = 0; sliced && start < bytes.Length; start += chunkSize)
        {
            _compressor.Compress(bytes.Slice(start, Math.Min(chunkSize, bytes.Length - start)), _data);
        }

        _documents += _pending;
        _pending = 0;
        _buffered = 0;
    }

    private void WriteIndex()
    {
        using IndexOutput index = _directory.CreateOutput(FileName(StoredFieldsFormat.IndexExtension));
        using IndexOutput meta = _directory.CreateOutput(FileName(StoredFieldsFormat.MetaExtension));
        CodecUtil.WriteIndexHeader(
            index, StoredFieldsFormat.IndexCodec, StoredFieldsFormat.IndexVersion, _segmentId, "");
        CodecUtil.WriteIndexHeader(meta, StoredFieldsFormat.MetaCodec, StoredFieldsFormat.Version, _segmentId, "");
        long maxPointer = _data.Position;
        meta.WriteVInt32(StoredFieldsFormat.ChunkSize(_mode));
        meta.WriteVInt32(StoredFieldsFormat.PackedVersion);
        meta.WriteInt32(_documents);
        meta.WriteInt32(StoredFieldsFormat.BlockShift);
        meta.WriteInt32(_chunkDocs.Count + 1);
        WriteSequence(meta, index, _chunkDocs, _documents);
        WriteSequence(meta, index, _chunkPointers, maxPointer);
        meta.WriteInt64(index.Position);
        meta.WriteInt64(maxPointer);
        meta.WriteVInt64(_dirtyChunks);
        meta.WriteVInt64(Math.Max(0, _dirtyDocs));
        CodecUtil.WriteFooter(index);
        CodecUtil.WriteFooter(meta);
    }

    private static void WriteSequence(IndexOutput meta, IndexOutput index, List<long> values, long last)
    {
        meta.WriteInt64(index.Position);
        DirectMonotonicWriter writer = new(meta, index, values.Count + 1, StoredFieldsFormat.BlockShift);
        foreach (long value in values)
        {
            writer.Add(value);
        }

        writer.Add(last);
        writer.Finish();
    }
}
