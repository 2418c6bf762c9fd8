using System.Numerics;
using System.Text;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>Writes the stored fields of one segment, document after document.</summary>
/// <remarks>
/// Between <see cref="StartDocument"/> and <see cref="FinishDocument"/> any number of values, in any order of fields. Nothing
/// is allocated per value. The files are complete after <see cref="Finish"/>; disposing before that leaves unusable files
/// behind, which the index writer removes. Not thread-safe.
/// </remarks>
internal sealed partial class StoredFieldsWriter : IDisposable
{
    private readonly Directory _directory;
    private readonly string _segmentName;
    private readonly byte[] _segmentId;
    private readonly StoredFieldsMode _mode;
    private readonly IndexOutput _data;
    private readonly UnitCompressor _compressor;

    // The chunk being filled: serialized documents, and for each its number of fields and byte length.
    private readonly int[] _fieldCounts;
    private readonly int[] _lengths;
    private byte[] _buffer = new byte[1 << 16];
    private int _buffered;
    private int _documentStart;
    private int _documentFields;
    private bool _inDocument;

    // Invariant: _documents = documents in finished chunks; _pending = documents in the buffer.
    private int _documents;
    private int _pending;

    // First doc id and file pointer of each finished chunk.
    private readonly List<long> _chunkDocs = [];
    private readonly List<long> _chunkPointers = [];
    private long _dirtyChunks;
    private long _dirtyDocs;

    public StoredFieldsWriter(Directory directory, string segmentName, ReadOnlySpan<byte> segmentId, StoredFieldsMode mode)
    {
        _directory = directory;
        _segmentName = segmentName;
        _segmentId = segmentId.ToArray();
        _mode = mode;
        _compressor = UnitCompressor.Create(mode);
        _fieldCounts = new int[StoredFieldsFormat.MaxDocsPerChunk(mode)];
        _lengths = new int[_fieldCounts.Length];
        _data = directory.CreateOutput(FileName(StoredFieldsFormat.DataExtension));
        CodecUtil.WriteIndexHeader(
            _data, StoredFieldsFormat.DataCodec(mode), StoredFieldsFormat.Version, segmentId, "");
    }

    /// <summary>Number of documents added so far.</summary>
    public int DocumentCount => _documents + _pending;

    /// <summary>Bytes of memory the chunk being filled takes.</summary>
    public long BufferedBytes => _buffer.Length;

    /// <summary>Begins the next document.</summary>
    public void StartDocument()
    {
        if (_inDocument)
        {
            throw new InvalidOperationException("The document before was not finished.");
        }

        _inDocument = true;
        _documentStart = _buffered;
        _documentFields = 0;
    }

    /// <summary>Adds a string; a lone surrogate becomes U+FFFD.</summary>
    public void WriteString(int fieldNumber, ReadOnlySpan<char> value)
    {
        StartField(fieldNumber, StoredFieldsFormat.TypeString);
        int length = Encoding.UTF8.GetByteCount(value);
        AppendVInt64(length);
        _buffered += Encoding.UTF8.GetBytes(value, Reserve(length));
    }

    /// <summary>Adds a string that is UTF-8 already.</summary>
    public void WriteUtf8(int fieldNumber, ReadOnlySpan<byte> value)
    {
        StartField(fieldNumber, StoredFieldsFormat.TypeString);
        AppendVInt64(value.Length);
        Append(value);
    }

    /// <summary>Adds a byte string.</summary>
    public void WriteBytes(int fieldNumber, ReadOnlySpan<byte> value)
    {
        StartField(fieldNumber, StoredFieldsFormat.TypeBytes);
        AppendVInt64(value.Length);
        Append(value);
    }

    /// <summary>Adds a 32-bit integer.</summary>
    public void WriteInt32(int fieldNumber, int value)
    {
        StartField(fieldNumber, StoredFieldsFormat.TypeInt32);
        AppendVInt64((uint)((value << 1) ^ (value >> 31)));
    }

    /// <summary>Adds a 64-bit integer; whole seconds, hours and days of milliseconds take fewer bytes.</summary>
    public void WriteInt64(int fieldNumber, long value)
    {
        StartField(fieldNumber, StoredFieldsFormat.TypeInt64);
        _buffered += StoredNumbers.WriteInt64(Reserve(StoredNumbers.MaxBytes), value);
    }

    /// <summary>Adds a 32-bit floating-point number; small whole numbers take one byte.</summary>
    public void WriteSingle(int fieldNumber, float value)
    {
        StartField(fieldNumber, StoredFieldsFormat.TypeSingle);
        _buffered += StoredNumbers.WriteSingle(Reserve(StoredNumbers.MaxBytes), value);
    }

    /// <summary>Adds a 64-bit floating-point number; small whole numbers take one byte.</summary>
    public void WriteDouble(int fieldNumber, double value)
    {
        StartField(fieldNumber, StoredFieldsFormat.TypeDouble);
        _buffered += StoredNumbers.WriteDouble(Reserve(StoredNumbers.MaxBytes), value);
    }

    /// <summary>Ends the document; the chunk is written when it is full.</summary>
    public void FinishDocument()
    {
        RequireDocument();
        _inDocument = false;
        _fieldCounts[_pending] = _documentFields;
        _lengths[_pending] = _buffered - _documentStart;
        _pending++;
        if (_buffered >= StoredFieldsFormat.ChunkSize(_mode) || _pending == _fieldCounts.Length)
        {
            FlushChunk();
        }
    }

    /// <summary>Copies a document of another segment whose fields have the same numbers.</summary>
    public void CopyDocument(StoredFieldsReader source, int docId)
    {
        ReadOnlySpan<byte> bytes = source.GetSerialized(docId, out int fieldCount);
        StartDocument();
        _documentFields = fieldCount;
        Append(bytes);
        FinishDocument();
    }

    /// <summary>Copies a document of another segment and renumbers its fields.</summary>
    /// <param name="source">Where the document is.</param>
    /// <param name="docId">The document.</param>
    /// <param name="fieldNumbers">New number of each field of the source, by its old number.</param>
    public void CopyDocument(StoredFieldsReader source, int docId, ReadOnlySpan<int> fieldNumbers)
    {
        StartDocument();
        StoredDocumentReader reader = source.OpenDocument(docId);
        while (reader.MoveNext())
        {
            StartField(fieldNumbers[reader.FieldNumber], reader.Type);
            Append(reader.RawValue());
        }

        FinishDocument();
    }

    /// <summary>
    /// Copies all documents of another segment without deletions, whose fields have the same numbers; whole compressed chunks
    /// where mode and chunk size agree and not too many of them are half-filled, otherwise document by document.
    /// </summary>
    public void CopyChunksFrom(StoredFieldsReader source)
    {
        if (source.Mode != _mode || source.ChunkSize != StoredFieldsFormat.ChunkSize(_mode) || source.IsTooDirty)
        {
            for (int docId = 0; docId < source.MaxDoc; docId++)
            {
                CopyDocument(source, docId);
            }

            return;
        }

        if (_pending > 0)
        {
            // The chunk is cut short only for this copy; the reference counts it as dirty, its documents not.
            _dirtyChunks++;
            FlushChunk();
        }

        for (int chunk = 0; chunk < source.ChunkCount; chunk++)
        {
            StoredChunkCopy copy = source.OpenForCopy(chunk);
            RecordChunk();
            _data.WriteVInt32(_documents);
            _data.CopyBytes(copy.Rest, copy.Rest.Length);
            _documents = checked(_documents + copy.DocumentCount);
        }

        _dirtyChunks += source.DirtyChunks;
        _dirtyDocs += source.DirtyDocs;
    }

    /// <inheritdoc/>
    public void Dispose() => _data.Dispose();

    private string FileName(string extension) => IndexFileNames.SegmentFile(_segmentName, "", extension);

    private void StartField(int fieldNumber, int type)
    {
        RequireDocument();
        ArgumentOutOfRangeException.ThrowIfNegative(fieldNumber);
        _documentFields++;
        AppendVInt64(((long)fieldNumber << StoredFieldsFormat.TypeBits) | (uint)type);
    }

    private void RequireDocument()
    {
        if (!_inDocument)
        {
            throw new InvalidOperationException("No document was started.");
        }
    }

    private void AppendVInt64(long value)
    {
        Span<byte> span = Reserve(StoredNumbers.MaxBytes);
        _buffered += StoredNumbers.WriteVInt64(span, (ulong)value);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        _buffered += bytes.Length;
    }

    private Span<byte> Reserve(int count)
    {
        int needed = checked(_buffered + count);
        if (needed > _buffer.Length)
        {
            long capacity = (long)BitOperations.RoundUpToPowerOf2((ulong)needed);
            Array.Resize(ref _buffer, (int)Math.Min(capacity, Array.MaxLength));
        }

        return _buffer.AsSpan(_buffered);
    }
}
