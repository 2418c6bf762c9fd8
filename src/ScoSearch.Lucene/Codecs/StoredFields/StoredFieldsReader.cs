using ScoSearch.Lucene.Compression;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>Reads the stored fields of one segment. Thread-safe.</summary>
/// <remarks>
/// Only the tenth of a chunk that holds a document is decompressed. Each thread keeps its last chunks, so reading documents
/// in order decompresses every byte once.
/// </remarks>
internal sealed partial class StoredFieldsReader
{
    // A source with more half-filled chunks than that is recompressed when it is merged.
    private const int MaxDirtyChunks = 1024;

    // No codec here compresses better than that: 1 byte of DEFLATE gives at most 1032. Bounds allocations by the file's size.
    private const long MaxCompressionRatio = 1100;

    private static long LastReaderId;

    [ThreadStatic]
    private static Inflater? ThreadInflater;

    private readonly long _id = Interlocked.Increment(ref LastReaderId);
    private readonly FieldInfos _fields;
    private readonly IndexInput _data;
    private readonly IndexInput _index;
    private readonly IndexInput _meta;
    private readonly DirectMonotonicReader _chunkDocs;
    private readonly DirectMonotonicReader _chunkPointers;
    private readonly long _maxPointer;

    public StoredFieldsReader(SegmentReadState state, StoredFieldsMode mode)
    {
        Mode = mode;
        _fields = state.FieldInfos;
        MaxDoc = state.MaxDoc;
        _meta = CodecUtil.OpenChecked(state.Directory, FileName(state, StoredFieldsFormat.MetaExtension));
        _index = state.Directory.OpenInput(FileName(state, StoredFieldsFormat.IndexExtension));
        _data = state.Directory.OpenInput(FileName(state, StoredFieldsFormat.DataExtension));
        CodecUtil.CheckIndexHeader(
            _data, StoredFieldsFormat.DataCodec(mode), StoredFieldsFormat.Version, StoredFieldsFormat.Version,
            state.SegmentId, "");
        CodecUtil.CheckIndexHeader(
            _index, StoredFieldsFormat.IndexCodec, StoredFieldsFormat.IndexVersion, StoredFieldsFormat.IndexVersion,
            state.SegmentId, "");
        CodecUtil.CheckFooterStructure(_data);
        CodecUtil.CheckFooterStructure(_index);

        IndexInput meta = _meta.Clone();
        CodecUtil.CheckIndexHeader(
            meta, StoredFieldsFormat.MetaCodec, StoredFieldsFormat.Version, StoredFieldsFormat.Version, state.SegmentId, "");
        ChunkSize = meta.ReadNonNegativeVInt32("a chunk size");
        CheckValue(meta, meta.ReadVInt32(), StoredFieldsFormat.PackedVersion, "packed integers of version");
        CheckValue(meta, meta.ReadInt32(), MaxDoc, "a number of documents of");
        int blockShift = meta.ReadInt32();
        long at = meta.Position;
        ChunkCount = meta.ReadInt32() - 1;
        if (ChunkCount < 0 || ChunkCount > MaxDoc || ChunkSize == 0)
        {
            throw meta.Corrupt(at, $"1 to {(long)MaxDoc + 1} chunk borders", $"{(long)ChunkCount + 1}");
        }

        _chunkDocs = ReadSequence(meta, blockShift);
        _chunkPointers = ReadSequence(meta, blockShift);
        long indexEnd = meta.ReadInt64();
        _maxPointer = meta.ReadInt64();
        if (indexEnd != _index.Length - CodecUtil.FooterLength || _maxPointer != _data.Length - CodecUtil.FooterLength)
        {
            throw meta.Corrupt(
                meta.Position - 16,
                $"{_index.Name} and {_data.Name} to end at {_index.Length - CodecUtil.FooterLength} and {_data.Length - CodecUtil.FooterLength}",
                $"{indexEnd} and {_maxPointer}");
        }

        DirtyChunks = meta.ReadVInt64();
        DirtyDocs = meta.ReadVInt64();
        CodecUtil.CheckAtFooter(meta);
    }

    /// <summary>Number of documents.</summary>
    public int MaxDoc { get; }

    /// <summary>How the documents are compressed.</summary>
    public StoredFieldsMode Mode { get; }

    /// <summary>Bytes a slice of a sliced chunk.</summary>
    public int ChunkSize { get; }

    /// <summary>Number of chunks.</summary>
    public int ChunkCount { get; }

    /// <summary>Number of chunks that were written before they were full.</summary>
    public long DirtyChunks { get; }

    /// <summary>Number of documents that would still have fitted into the dirty chunks.</summary>
    public long DirtyDocs { get; }

    /// <summary>True when so many chunks are half-filled that a merge should recompress them.</summary>
    public bool IsTooDirty => DirtyChunks > MaxDirtyChunks || DirtyDocs * 100 > MaxDoc;

    /// <summary>Hands the stored fields of a document to a visitor, in the order they were added.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such document.</exception>
    public void Visit(int docId, StoredFieldVisitor visitor)
    {
        StoredDocumentReader reader = OpenDocument(docId);
        while (reader.MoveNext())
        {
            FieldInfo field = _fields.Find(reader.FieldNumber) ?? throw new CorruptIndexException(
                _data.Name, -1, $"a field of the segment in document {docId}", $"number {reader.FieldNumber}");
            switch (visitor.Decide(field))
            {
                case StoredFieldAction.Read:
                    Deliver(ref reader, field, visitor);
                    break;
                case StoredFieldAction.Stop:
                    return;
                case StoredFieldAction.Skip:
                    break;
                default:
                    throw new InvalidOperationException("The visitor gave an unknown answer.");
            }
        }
    }

    /// <summary>Verifies the checksums of all three files. Cost: one pass over them.</summary>
    public void CheckIntegrity()
    {
        CodecUtil.VerifyChecksum(_meta);
        CodecUtil.VerifyChecksum(_index);
        CodecUtil.VerifyChecksum(_data);
    }

    /// <summary>A document as it is serialized; valid until this thread reads another document.</summary>
    public ReadOnlySpan<byte> GetSerialized(int docId, out int fieldCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)docId, (uint)MaxDoc, nameof(docId));
        StoredChunk chunk = StoredChunkCache.Find(_id, docId) ?? Load(docId);
        int i = docId - chunk.DocBase;
        fieldCount = chunk.FieldCounts[i];
        int start = chunk.Offsets[i];
        int end = chunk.Offsets[i + 1];
        if (end > start)
        {
            Decode(chunk, start, end);
        }

        return chunk.Bytes[start..end];
    }

    /// <summary>A walk over a document's values; valid until this thread reads another document.</summary>
    public StoredDocumentReader OpenDocument(int docId)
    {
        ReadOnlySpan<byte> bytes = GetSerialized(docId, out int fieldCount);
        return new StoredDocumentReader(_data, docId, bytes, fieldCount);
    }

    /// <summary>A chunk to be copied as it is.</summary>
    public StoredChunkCopy OpenForCopy(int chunkIndex)
    {
        (IndexInput input, _, int documents, _) = OpenChunk(chunkIndex, out long restStart);
        return new StoredChunkCopy(documents, input.Slice(input.Name, restStart, input.Length - restStart));
    }

    private static void Deliver(ref StoredDocumentReader reader, FieldInfo field, StoredFieldVisitor visitor)
    {
        switch (reader.Type)
        {
            case StoredFieldsFormat.TypeString:
                visitor.VisitString(field, reader.ReadBytes());
                break;
            case StoredFieldsFormat.TypeBytes:
                visitor.VisitBytes(field, reader.ReadBytes());
                break;
            case StoredFieldsFormat.TypeInt32:
                visitor.VisitInt32(field, reader.ReadInt32());
                break;
            case StoredFieldsFormat.TypeInt64:
                visitor.VisitInt64(field, reader.ReadInt64());
                break;
            case StoredFieldsFormat.TypeSingle:
                visitor.VisitSingle(field, reader.ReadSingle());
                break;
            default:
                visitor.VisitDouble(field, reader.ReadDouble());
                break;
        }
    }

    private static string FileName(SegmentReadState state, string extension) =>
        IndexFileNames.SegmentFile(state.SegmentName, "", extension);

    private static void CheckValue(IndexInput meta, int found, int expected, string what)
    {
        if (found != expected)
        {
            throw meta.Corrupt(meta.Position, $"{what} {expected}", $"{found}");
        }
    }

    private DirectMonotonicReader ReadSequence(IndexInput meta, int blockShift)
    {
        long start = meta.ReadInt64();
        if (start < 0 || start > _index.Length)
        {
            throw meta.Corrupt(meta.Position - 8, $"an offset inside {_index.Name}", $"{start}");
        }

        DirectMonotonicMeta sequence = DirectMonotonicReader.ReadMeta(meta, (long)ChunkCount + 1, blockShift);
        return DirectMonotonicReader.Open(sequence, _index, start);
    }
}
