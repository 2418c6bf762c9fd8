using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Writes positions, payloads and offsets into .pos and .pay.</summary>
/// <remarks>
/// 128 occurrences of a term, over document borders, make a packed block; what is left at the term's end goes to .pos
/// one by one. Not thread-safe.
/// </remarks>
internal sealed class OccurrenceWriter(IndexOutput pos) : IDisposable
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    private readonly int[] _positionDeltas = new int[BlockSize];
    private readonly int[] _payloadLengths = new int[BlockSize];
    private readonly int[] _startDeltas = new int[BlockSize];
    private readonly int[] _offsetLengths = new int[BlockSize];
    private readonly ByteBuffer _payloads = new();
    private IndexOutput? _pay;

    private bool _hasPositions;
    private bool _hasPayloads;
    private bool _hasOffsets;
    private int _count;
    private int _lastPosition;
    private int _lastStartOffset;
    private int _inDocument;
    private long _posStart;
    private long _payStart;
    private long _lastBlockEnd;

    /// <summary>.pos offset behind the blocks completed so far.</summary>
    public long PosPosition => pos.Position;

    /// <summary>.pay offset behind the blocks completed so far.</summary>
    public long PayPosition => _pay?.Position ?? 0;

    /// <summary>Occurrences not yet written.</summary>
    public int Buffered => _count;

    /// <summary>Payload bytes not yet written.</summary>
    public int BufferedPayloadBytes => _payloads.Count;

    public void AttachPay(IndexOutput pay) => _pay = pay;

    public void StartField(FieldInfo field)
    {
        _hasPositions = field.HasPositions;
        _hasPayloads = field.HasPayloads;
        _hasOffsets = field.HasOffsets;
    }

    public void StartTerm()
    {
        _posStart = pos.Position;
        _payStart = PayPosition;
        _lastBlockEnd = _posStart;
        _count = 0;
        _payloads.Clear();
    }

    public void StartDocument()
    {
        _lastPosition = 0;
        _lastStartOffset = 0;
        _inDocument = 0;
    }

    public void Add(int position, int startOffset, int endOffset, ReadOnlySpan<byte> payload)
    {
        if (position < _lastPosition || position > Lucene84PostingsFormat.MaxPosition)
        {
            throw new ArgumentOutOfRangeException(
                nameof(position), position, $"Positions must not fall within a document; the last one was {_lastPosition}.");
        }

        _positionDeltas[_count] = position - _lastPosition;
        _lastPosition = position;
        if (_hasPayloads)
        {
            _payloadLengths[_count] = payload.Length;
            _payloads.Add(payload);
        }

        if (_hasOffsets)
        {
            if (startOffset < _lastStartOffset || endOffset < startOffset)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(startOffset), startOffset, $"Start offsets must not fall and ends ({endOffset}) not precede them.");
            }

            _startDeltas[_count] = startOffset - _lastStartOffset;
            _offsetLengths[_count] = endOffset - startOffset;
            _lastStartOffset = startOffset;
        }

        _inDocument++;
        if (++_count == BlockSize)
        {
            WriteBlock();
        }
    }

    /// <summary>Checks that the document got as many positions as its frequency.</summary>
    public void FinishDocument(int freq)
    {
        if (_hasPositions && _inDocument != freq)
        {
            throw new InvalidOperationException($"A document of frequency {freq} got {_inDocument} positions.");
        }
    }

    public void FinishTerm(ref TermMetadata metadata)
    {
        metadata.PosStart = _posStart;
        metadata.PayStart = _payStart;
        if (metadata.TotalTermFreq > BlockSize)
        {
            metadata.LastPosBlockOffset = _lastBlockEnd - _posStart;
        }

        WriteTail();
    }

    public void Finish()
    {
        CodecUtil.WriteFooter(pos);
        if (_pay is not null)
        {
            CodecUtil.WriteFooter(_pay);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pos.Dispose();
        _pay?.Dispose();
    }

    private void WriteBlock()
    {
        PatchedBlock.Write(_positionDeltas, pos);
        _lastBlockEnd = pos.Position;
        if (_hasPayloads)
        {
            IndexOutput pay = RequirePay();
            PatchedBlock.Write(_payloadLengths, pay);
            pay.WriteVInt32(_payloads.Count);
            pay.WriteBytes(_payloads.Written);
            _payloads.Clear();
        }

        if (_hasOffsets)
        {
            IndexOutput pay = RequirePay();
            PatchedBlock.Write(_startDeltas, pay);
            PatchedBlock.Write(_offsetLengths, pay);
        }

        _count = 0;
    }

    private void WriteTail()
    {
        int lastPayloadLength = -1;
        int lastOffsetLength = -1;
        int payloadStart = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_hasPayloads)
            {
                int length = _payloadLengths[i];
                WriteFlagged(_positionDeltas[i], length, ref lastPayloadLength);
                pos.WriteBytes(_payloads.Written.Slice(payloadStart, length));
                payloadStart += length;
            }
            else
            {
                pos.WriteVInt32(_positionDeltas[i]);
            }

            if (_hasOffsets)
            {
                WriteFlagged(_startDeltas[i], _offsetLengths[i], ref lastOffsetLength);
            }
        }
    }

    private void WriteFlagged(int delta, int length, ref int lastLength)
    {
        if (length == lastLength)
        {
            pos.WriteVInt32(delta << 1);
        }
        else
        {
            pos.WriteVInt32((delta << 1) | 1);
            pos.WriteVInt32(length);
            lastLength = length;
        }
    }

    private IndexOutput RequirePay() =>
        _pay ?? throw new InvalidOperationException("The segment's fields do not announce payloads or offsets.");
}
