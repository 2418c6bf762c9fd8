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
internal sealed class StoredFieldsReader
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

    // A cursor behind the first two numbers of a chunk, limited to the chunk's bytes.
    private (IndexInput Input, int DocBase, int Documents, bool Sliced) OpenChunk(long chunkIndex, out long restStart)
    {
        long start = _chunkPointers[chunkIndex];
        long end = _chunkPointers[chunkIndex + 1];
        if (start < 0 || end > _maxPointer || start >= end)
        {
            throw _chunkPointers.Corrupt(chunkIndex, $"chunks inside {_data.Name}", $"chunk {chunkIndex} from {start} to {end}");
        }

        IndexInput input = _data.Slice(_data.Name, start, end - start);
        int docBase = input.ReadNonNegativeVInt32("a first doc id");
        restStart = input.Position;
        int token = input.ReadVInt32();
        int documents = (int)((uint)token >> 1);
        long first = _chunkDocs[chunkIndex];
        long next = _chunkDocs[chunkIndex + 1];
        return documents > 0 && documents <= MaxDoc - docBase && docBase == first && documents == next - first
            ? (input, docBase, documents, (token & 1) != 0)
            : throw input.Corrupt(restStart, $"documents {first} to {next}", $"{documents} from {docBase}");
    }

    private StoredChunk Load(int docId)
    {
        long chunkIndex = _chunkDocs.FindLastAtMost(docId);
        if (chunkIndex < 0 || chunkIndex >= ChunkCount)
        {
            throw _chunkDocs.Corrupt(0, $"a chunk with document {docId}", "none");
        }

        (IndexInput input, int docBase, int documents, bool sliced) = OpenChunk(chunkIndex, out long restStart);
        if (docId - docBase >= documents)
        {
            throw input.Corrupt(restStart, $"a chunk with document {docId}", $"{documents} documents from {docBase}");
        }

        StoredChunk chunk = StoredChunkCache.TakeOldest();
        chunk.Reset(docBase, documents);
        chunk.FileOffset = _chunkPointers[chunkIndex];
        StoredInts.Read(input, chunk.FieldCounts, "a number of fields");
        ReadOffsets(input, chunk);
        int total = chunk.Offsets[^1];
        if (total > (input.Length - input.Position) * MaxCompressionRatio)
        {
            throw input.Corrupt(restStart, "documents that can be so short compressed", $"{total} bytes");
        }

        chunk.SetLength(total);
        int step = sliced ? ChunkSize : int.MaxValue;
        for (long start = 0; start < total; start += step)
        {
            StoredUnitLayout.Read(input, chunk, (int)start, (int)Math.Min(step, total - start), Mode);
        }

        chunk.ReaderId = _id;
        return chunk;
    }

    private static void ReadOffsets(IndexInput input, StoredChunk chunk)
    {
        long at = input.Position;
        Span<int> offsets = chunk.Offsets;
        offsets[0] = 0;
        StoredInts.Read(input, offsets[1..], "a document length");
        long end = 0;
        for (int i = 1; i < offsets.Length; i++)
        {
            end += offsets[i];
            if (end > Array.MaxLength)
            {
                throw input.Corrupt(at, $"documents of at most {Array.MaxLength} bytes in a chunk", $"{end}");
            }

            offsets[i] = (int)end;
        }
    }

    private void Decode(StoredChunk chunk, int start, int end)
    {
        Span<StoredPiece> pieces = chunk.Pieces;
        for (int i = 0; i < pieces.Length && pieces[i].Start < end; i++)
        {
            if (pieces[i].Start + pieces[i].Length > start)
            {
                DecodePiece(chunk, i);
            }
        }
    }

    private void DecodePiece(StoredChunk chunk, int index)
    {
        StoredPiece piece = chunk.Pieces[index];
        if (piece.IsDecoded)
        {
            return;
        }

        Span<byte> dictionary = default;
        if (piece.DictionaryIndex >= 0)
        {
            DecodePiece(chunk, piece.DictionaryIndex);
            StoredPiece source = chunk.Pieces[piece.DictionaryIndex];
            dictionary = chunk.Bytes.Slice(source.Start, source.Length);
        }

        long at = chunk.FileOffset + piece.CompressedOffset;
        ReadOnlySpan<byte> compressed = _data.SpanAt(at, piece.CompressedLength);
        Span<byte> output = chunk.Bytes.Slice(piece.Start, piece.Length);
        bool sound = Mode == StoredFieldsMode.BestSpeed
            ? Lz4Decoder.Decompress(compressed, dictionary, output) == compressed.Length
            : (ThreadInflater ??= new Inflater()).TryInflate(compressed, dictionary, output);
        if (!sound)
        {
            throw _data.Corrupt(at, $"{piece.Length} compressed bytes", "a damaged compressed block");
        }

        chunk.Pieces[index] = piece with { IsDecoded = true };
    }
}
