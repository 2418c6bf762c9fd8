using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Reads positions, offsets and payloads of one term. Not thread-safe.</summary>
/// <remarks>
/// Occurrences are numbered from an anchor: the start of the term, or of a packed block that a skip entry points to.
/// Only blocks whose occurrences are asked for are decoded; .pay is not touched unless it is wanted.
/// </remarks>
internal sealed partial class OccurrenceReader
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    // Set by Reset before anything is read.
    private IndexInput _pos = null!;
    private IndexInput? _pay;
    private bool _hasPayloads;
    private bool _hasOffsets;
    private readonly int[] _positionDeltas = new int[BlockSize + DeltaSums.Padding];
    private int[] _startDeltas = [];
    private int[] _offsetLengths = [];
    private int[] _payloadLengths = [];

    // Where the payload of each buffered occurrence begins in _payloadFile.
    private long[] _payloadStarts = [];
    private IndexInput? _payloadFile;

    private bool _wantsOffsets;
    private bool _wantsPayloads;
    private TermMetadata _term;

    // The buffer holds the occurrences _bufferStart.._bufferStart + _bufferCount, counted from the anchor.
    private long _bufferStart;
    private int _bufferCount;
    private int _next;
    private long _nextPos;
    private long _nextPay;

    private int _position;

    public int StartOffset { get; private set; } = -1;

    public int EndOffset { get; private set; } = -1;

    public ReadOnlySpan<byte> Payload =>
        _wantsPayloads && _next > 0 && _payloadLengths[_next - 1] > 0 && _payloadFile is not null
            ? _payloadFile.SpanAt(_payloadStarts[_next - 1], _payloadLengths[_next - 1])
            : default;

    /// <summary>Begins a term of a field with positions.</summary>
    public void Reset(PostingsFiles files, FieldInfo field, in TermMetadata term, PostingsFlags flags)
    {
        _pos = files.Pos!; // the field has positions, so the file was opened
        _pay = files.Pay;
        _hasPayloads = field.HasPayloads;
        _hasOffsets = field.HasOffsets;
        _payloadFile = null;
        _term = term;
        _wantsOffsets = _hasOffsets && (flags & PostingsFlags.Offsets) == PostingsFlags.Offsets;
        _wantsPayloads = _hasPayloads && (flags & PostingsFlags.Payloads) == PostingsFlags.Payloads;
        if (_wantsOffsets && _startDeltas.Length == 0)
        {
            _startDeltas = new int[BlockSize];
            _offsetLengths = new int[BlockSize];
        }

        if (_wantsPayloads && _payloadLengths.Length == 0)
        {
            _payloadLengths = new int[BlockSize];
            _payloadStarts = new long[BlockSize];
        }

        Anchor(term.PosStart, term.PayStart);
    }

    /// <summary>Counts occurrences from here on: the start of a packed block or of the tail.</summary>
    public void Anchor(long posFilePointer, long payFilePointer)
    {
        _nextPos = posFilePointer;
        _nextPay = payFilePointer;
        _bufferStart = 0;
        _bufferCount = 0;
        _next = 0;
    }

    /// <summary>Begins a document whose first occurrence has that number from the anchor.</summary>
    public void StartDocument(long ordinal)
    {
        _position = 0;
        StartOffset = _wantsOffsets ? 0 : -1;
        EndOffset = StartOffset;
        while (ordinal >= _bufferStart + _bufferCount)
        {
            if (ordinal - (_bufferStart + _bufferCount) >= BlockSize)
            {
                SkipBlock();
            }
            else
            {
                LoadNext();
            }
        }

        _next = (int)(ordinal - _bufferStart);
    }

    /// <summary>Moves to the next occurrence and returns its position.</summary>
    public int Next()
    {
        if (_next == _bufferCount)
        {
            LoadNext();
            _next = 0;
        }

        int at = _next++;
        _position += _positionDeltas[at];
        if (_wantsOffsets)
        {
            StartOffset += _startDeltas[at];
            EndOffset = StartOffset + _offsetLengths[at];
        }

        return _position >= 0 ? _position : throw _pos.Corrupt(_nextPos, "positions below 2^31", "greater ones");
    }

    /// <summary>Reads the positions of so many occurrences from the begin of the document on; not their offsets.</summary>
    /// <param name="positions">Has room for as many, rounded up to a multiple of eight.</param>
    /// <param name="count">At least 1.</param>
    public void CopyPositions(Span<int> positions, int count)
    {
        bool fits = true;
        int start = 0;
        int copied = 0;
        while (copied < count)
        {
            if (_next == _bufferCount)
            {
                LoadNext();
                _next = 0;
            }

            int some = Math.Min(count - copied, _bufferCount - _next);
            ReadOnlySpan<int> deltas = _positionDeltas.AsSpan(_next);
            fits &= copied == 0
                ? DeltaSums.TryAdd(deltas, some, positions)
                : DeltaSums.TryAddScalar(deltas, some, start, positions[copied..]);
            copied += some;
            _next += some;
            start = positions[copied - 1];
        }

        if (!fits)
        {
            throw _pos.Corrupt(_nextPos, "positions below 2^31", "greater ones");
        }
    }
}
