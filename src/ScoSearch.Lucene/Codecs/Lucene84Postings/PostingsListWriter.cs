using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Writes the postings lists of .doc and, through <see cref="OccurrenceWriter"/>, of .pos and .pay.</summary>
/// <remarks>Not thread-safe. The order of calls is checked by <see cref="PostingsWriter"/>.</remarks>
internal sealed class PostingsListWriter : IDisposable
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    private readonly IndexOutput _doc;
    private readonly OccurrenceWriter? _occurrences;
    private readonly SkipListWriter _skip = new();
    private readonly int[] _docIds = new int[BlockSize];
    private readonly int[] _freqs = new int[BlockSize];
    private readonly int[] _scratch = new int[BlockSize];
    private readonly int _maxDoc;

    private FieldInfo _field = null!; // set by StartField before anything is added
    private NormsLookup? _norms;

    // Invariant: _docIds[0.._count] are buffered; _count == BlockSize only between a full block's write and the next
    // document, so that the skip entry can be made of the buffered documents once it is known to be needed.
    private int _count;
    private int _lastDocId;
    private int _blockBaseDocId;
    private int _docFreq;
    private long _totalTermFreq;
    private long _docStart;
    private SkipPointer _blockEnd;

    public PostingsListWriter(SegmentWriteState state)
    {
        _maxDoc = state.MaxDoc;
        _doc = Create(state, "doc", Lucene84PostingsFormat.DocCodec);
        try
        {
            // 'L': the packed integers are little-endian, as they always are.
            _doc.WriteByte((byte)'L');
            if (state.FieldInfos.HasPositions)
            {
                IndexOutput pos = Create(state, "pos", Lucene84PostingsFormat.PosCodec);
                _occurrences = new OccurrenceWriter(pos);
                if (state.FieldInfos.HasPayloadsOrOffsets)
                {
                    _occurrences.AttachPay(Create(state, "pay", Lucene84PostingsFormat.PayCodec));
                }
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Documents of the current term so far.</summary>
    public int DocFreq => _docFreq;

    public static IndexOutput Create(SegmentWriteState state, string extension, string codec)
    {
        IndexOutput output = state.Directory.CreateOutput(
            Lucene84PostingsFormat.FileName(state.SegmentName, Lucene84PostingsFormat.DefaultSuffix, extension));
        try
        {
            int version = codec.StartsWith("BlockTree", StringComparison.Ordinal)
                ? BlockTree.BlockTreeFormat.Version
                : Lucene84PostingsFormat.Version;
            CodecUtil.WriteIndexHeader(output, codec, version, state.SegmentId, Lucene84PostingsFormat.DefaultSuffix);
            return output;
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    public void StartField(FieldInfo field, NormsLookup? norms)
    {
        _field = field;
        _norms = norms;
        _skip.StartField(field);
        _occurrences?.StartField(field);
    }

    public void StartTerm()
    {
        _docStart = _doc.Position;
        _count = 0;
        _lastDocId = 0;
        _blockBaseDocId = 0;
        _docFreq = 0;
        _totalTermFreq = 0;
        _occurrences?.StartTerm();
        _skip.StartTerm(Here());
    }

    public void StartDocument(int docId, int freq)
    {
        if (docId < 0 || docId >= _maxDoc || (_docFreq > 0 && docId <= _lastDocId))
        {
            throw new ArgumentOutOfRangeException(
                nameof(docId), docId, $"Doc ids must rise and stay below {_maxDoc}; the last one was {_lastDocId}.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(freq, 1);
        if (_count == BlockSize)
        {
            _skip.AddBlock(_blockEnd, _docIds, _freqs, _norms);
            _count = 0;
        }

        _docIds[_count] = docId;
        _freqs[_count] = _field.HasFreqs ? freq : 1;
        _count++;
        _docFreq++;
        _totalTermFreq += _field.HasFreqs ? freq : 1;
        _lastDocId = docId;
        _occurrences?.StartDocument();
    }

    public void AddPosition(int position, int startOffset, int endOffset, ReadOnlySpan<byte> payload)
    {
        if (_occurrences is null || !_field.HasPositions)
        {
            throw new InvalidOperationException($"The field {_field.Name} has no positions.");
        }

        _occurrences.Add(position, startOffset, endOffset, payload);
    }

    public void FinishDocument()
    {
        _occurrences?.FinishDocument(_freqs[_count - 1]);
        if (_count == BlockSize)
        {
            WriteBlock();
            _blockEnd = Here();
        }
    }

    /// <summary>Completes the term; false when it had no document.</summary>
    public bool FinishTerm(out TermMetadata metadata)
    {
        metadata = new TermMetadata
        {
            DocFreq = _docFreq,
            TotalTermFreq = _totalTermFreq,
            DocStart = _docStart,
            SingletonDocId = _docFreq == 1 ? _docIds[0] : -1,
            LastPosBlockOffset = -1,
            SkipOffset = -1,
        };
        if (_docFreq > 1)
        {
            if (_count < BlockSize)
            {
                WriteTail();
            }

            if (_docFreq > BlockSize)
            {
                metadata.SkipOffset = _skip.WriteTo(_doc) - _docStart;
            }
        }

        if (_field.HasPositions)
        {
            _occurrences?.FinishTerm(ref metadata);
        }

        return _docFreq > 0;
    }

    /// <summary>Writes the footers.</summary>
    public void Finish()
    {
        CodecUtil.WriteFooter(_doc);
        _occurrences?.Finish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _doc.Dispose();
        _occurrences?.Dispose();
    }

    private SkipPointer Here() =>
        new(
            _lastDocId,
            _doc.Position,
            _occurrences?.PosPosition ?? 0,
            _occurrences?.Buffered ?? 0,
            _occurrences?.PayPosition ?? 0,
            _occurrences?.BufferedPayloadBytes ?? 0);

    private void WriteBlock()
    {
        int previous = _blockBaseDocId;
        for (int i = 0; i < BlockSize; i++)
        {
            _scratch[i] = _docIds[i] - previous;
            previous = _docIds[i];
        }

        _blockBaseDocId = previous;
        DeltaBlock.Write(_scratch, _doc);
        if (_field.HasFreqs)
        {
            _freqs.CopyTo(_scratch, 0);
            PatchedBlock.Write(_scratch, _doc);
        }
    }

    private void WriteTail()
    {
        int previous = _blockBaseDocId;
        for (int i = 0; i < _count; i++)
        {
            int delta = _docIds[i] - previous;
            previous = _docIds[i];
            if (!_field.HasFreqs)
            {
                _doc.WriteVInt32(delta);
            }
            else if (_freqs[i] == 1)
            {
                _doc.WriteVInt32((delta << 1) | 1);
            }
            else
            {
                _doc.WriteVInt32(delta << 1);
                _doc.WriteVInt32(_freqs[i]);
            }
        }
    }
}
