using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Cursor over a postings list in .doc, with what it needs of .pos and .pay.</summary>
/// <remarks>
/// Doc ids are decoded a block of 128 at a time, frequencies of a block when the first one is asked for, positions when
/// the first one of a document is asked for, skip data when a target lies beyond the current block. Not thread-safe.
/// </remarks>
internal sealed partial class BlockPostingsEnum : PostingsEnum
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    // Fewer frequencies are added faster one by one.
    private const int SummedAtOnce = 24;

    // Of the segment and field that the cursor is bound to; set by the constructor and by Bind.
    private PostingsFiles _files;
    private FieldInfo _field;
    private IndexInput _doc;
    private int _maxDoc;
    private bool _hasFreqs;

    private TermMetadata _term;
    private bool _wantsFreqs;
    private bool _wantsPositions;

    // Invariant: _docIds[0.._count] are absolute and rising, the rest of the array is Exhausted.
    private int[] _docIds = [];
    private int[] _freqs = [];
    private int _count;
    private int _index;
    private int _docId;

    // Last doc id in the buffer, -1 before anything was read.
    private int _lastBuffered;

    // Documents of the term that come after the buffer, and where they begin.
    private int _docsLeft;
    private long _nextBlock;
    private int _baseDocId;

    // .doc offset of the frequencies of the buffer when they are not decoded yet, otherwise -1.
    private long _freqBlock;

    private SkipReader? _skip;
    private bool _skipReady;

    private OccurrenceReader? _occurrences;

    // Occurrences from the anchor of _occurrences to the buffer's first document, and to document _summedTo of it.
    private long _occurrencesBefore;
    private int _summedTo;
    private long _summed;
    private bool _inDocument;

    // One impact for the range behind the skip data; valid when set since the last reset.
    private readonly Impact[] _openImpact = new Impact[1];
    private bool _hasOpenImpact;

    public BlockPostingsEnum(PostingsFiles files, FieldInfo field)
    {
        _files = files;
        _field = field;
        _doc = files.Doc;
        _maxDoc = files.MaxDoc;
        _hasFreqs = field.HasFreqs;
    }

    /// <inheritdoc/>
    public override int DocId => _docId;

    /// <inheritdoc/>
    public override long Cost => _term.DocFreq;

    /// <inheritdoc/>
    public override int Freq
    {
        get
        {
            if (!_wantsFreqs)
            {
                return 1;
            }

            if (_freqBlock >= 0)
            {
                DecodeFreqs();
            }

            return _freqs[_index];
        }
    }

    /// <inheritdoc/>
    public override int StartOffset => _inDocument ? _occurrences!.StartOffset : -1;

    /// <inheritdoc/>
    public override int EndOffset => _inDocument ? _occurrences!.EndOffset : -1;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Payload => _inDocument ? _occurrences!.Payload : default;

    /// <summary>Makes it a cursor of another segment or field; its buffers stay. A <see cref="Reset"/> must follow.</summary>
    public void Bind(PostingsFiles files, FieldInfo field)
    {
        _files = files;
        _field = field;
        _doc = files.Doc;
        _maxDoc = files.MaxDoc;
        _hasFreqs = field.HasFreqs;
    }

    /// <summary>Sets the cursor before the first document of a term.</summary>
    public void Reset(in TermMetadata term, PostingsFlags flags)
    {
        _term = term;
        _wantsFreqs = _hasFreqs && (flags & PostingsFlags.Freqs) != 0;
        _wantsPositions = _field.HasPositions && (flags & PostingsFlags.Positions) == PostingsFlags.Positions;
        int capacity = Math.Min(BlockSize, (term.DocFreq + DocIdSearch.Padding - 1) & -DocIdSearch.Padding);
        if (_docIds.Length < capacity)
        {
            _docIds = new int[capacity];
            _freqs = new int[capacity];
        }

        _index = -1;
        _count = 0;
        _docId = -1;
        _lastBuffered = -1;
        _docsLeft = term.DocFreq;
        _nextBlock = term.DocStart;
        _baseDocId = 0;
        _freqBlock = -1;
        _skipReady = false;
        _inDocument = false;
        _hasOpenImpact = false;
        ResetOccurrences(0);
        if (_wantsPositions)
        {
            _occurrences ??= new OccurrenceReader();
            _occurrences.Reset(_files, _field, term, flags);
        }
    }

    /// <inheritdoc/>
    public override int NextDoc()
    {
        _inDocument = false;
        int next = _index + 1;
        if ((uint)next < (uint)_count)
        {
            _index = next;
            return _docId = _docIds[next];
        }

        return NextDocOfNextBlock();
    }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        _inDocument = false;
        if (target > _lastBuffered)
        {
            return AdvanceBeyondBuffer(target);
        }

        // In dense conjunctions the next document is often the one. It is in the buffer, because the last one there is not before
        // the target.
        int next = _index + 1;
        if (_docIds[next] < target)
        {
            next = DocIdSearch.CountLessThan(_docIds, target, next + 1);
        }

        _index = next;
        return _docId = _docIds[next];
    }

    /// <inheritdoc/>
    public override int NextPosition()
    {
        if (!_wantsPositions)
        {
            return -1;
        }

        if (!_inDocument)
        {
            StartOccurrences();
        }

        return _occurrences!.Next();
    }

    /// <inheritdoc/>
    internal override void CopyPositions(Span<int> positions, int count)
    {
        if (!_wantsPositions)
        {
            positions[..count].Fill(-1);
            return;
        }

        StartOccurrences();
        _occurrences!.CopyPositions(positions, count);
    }

    private void StartOccurrences()
    {
        SumFreqsTo(_index);
        _occurrences!.StartDocument(_occurrencesBefore + _summed);
        _inDocument = true;
    }

    /// <inheritdoc/>
    public override int CopyBlock(int endDocId, Span<int> docIds, Span<int> freqs)
    {
        _inDocument = false;
        int copied = 0;
        while (copied < docIds.Length && _docId < endDocId)
        {
            int count = Math.Min(_count - _index, docIds.Length - copied);
            if (_docIds[_index + count - 1] >= endDocId)
            {
                count = DocIdSearch.CountLessThan(_docIds, endDocId) - _index;
            }

            _docIds.AsSpan(_index, count).CopyTo(docIds[copied..]);
            if (!freqs.IsEmpty)
            {
                CopyFreqs(count, freqs[copied..]);
            }

            copied += count;
            _index += count;
            _docId = _index < _count ? _docIds[_index] : NextDocOfNextBlock();
        }

        return copied;
    }

    private void CopyFreqs(int count, Span<int> freqs)
    {
        if (!_wantsFreqs)
        {
            freqs[..count].Fill(1);
            return;
        }

        if (_freqBlock >= 0)
        {
            DecodeFreqs();
        }

        _freqs.AsSpan(_index, count).CopyTo(freqs);
    }
}
