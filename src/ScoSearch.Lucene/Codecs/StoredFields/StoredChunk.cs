namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>One chunk, decompressed piece by piece as documents are asked for. Reused for other chunks. Not thread-safe.</summary>
internal sealed class StoredChunk
{
    // Above that, arrays are given back when the next chunk is smaller: one huge document must not stay in memory.
    private const int MaxKeptBytes = 4 << 20;

    private byte[] _bytes = [];
    private int[] _fieldCounts = [];
    private int[] _offsets = [];
    private StoredPiece[] _pieces = [];
    private int _pieceCount;

    /// <summary>Which reader the chunk was read by; 0 when nothing is loaded.</summary>
    public long ReaderId { get; set; }

    /// <summary>File pointer of the chunk, which the pieces' offsets count from.</summary>
    public long FileOffset { get; set; }

    /// <summary>First document of the chunk.</summary>
    public int DocBase { get; private set; }

    /// <summary>Number of documents.</summary>
    public int DocumentCount { get; private set; }

    /// <summary>Number of values of each document.</summary>
    public Span<int> FieldCounts => _fieldCounts.AsSpan(0, DocumentCount);

    /// <summary>Start of each document in <see cref="Bytes"/>; one more entry for the end of the last.</summary>
    public Span<int> Offsets => _offsets.AsSpan(0, DocumentCount + 1);

    /// <summary>The decompressed bytes; only the pieces marked as decoded are filled.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Number of decompressed bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Number of pieces.</summary>
    public int PieceCount => _pieceCount;

    /// <summary>The separately compressed pieces, by rising start.</summary>
    public Span<StoredPiece> Pieces => _pieces.AsSpan(0, _pieceCount);

    public bool Contains(int docId) => docId >= DocBase && docId - DocBase < DocumentCount;

    /// <summary>Makes room for the header of a chunk.</summary>
    public void Reset(int docBase, int documentCount)
    {
        DocBase = docBase;
        DocumentCount = documentCount;
        _pieceCount = 0;
        Length = 0;
        if (_fieldCounts.Length < documentCount)
        {
            _fieldCounts = new int[documentCount];
            _offsets = new int[documentCount + 1];
        }
    }

    /// <summary>Makes room for the decompressed bytes.</summary>
    public void SetLength(int length)
    {
        if (_bytes.Length < length || (_bytes.Length > MaxKeptBytes && length <= MaxKeptBytes))
        {
            // Chunks differ a little in length; the slack lets one array serve them all.
            _bytes = GC.AllocateUninitializedArray<byte>(Math.Min((int)Math.Min(int.MaxValue, 1.25 * length), Array.MaxLength));
        }

        Length = length;
    }

    public void AddPiece(StoredPiece piece)
    {
        if (_pieceCount == _pieces.Length)
        {
            Array.Resize(ref _pieces, Math.Max(16, 2 * _pieceCount));
        }

        _pieces[_pieceCount++] = piece;
    }
}
