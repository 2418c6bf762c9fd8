using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Several scorers merged by document: a binary heap with the smallest document on top. Not thread-safe.</summary>
/// <remarks>The heap orders approximations; which scorers really match the current document is found on demand.</remarks>
internal sealed class DisjunctionCursors : DocIdCursor
{
    private readonly Entry[] _heap;

    // Entries of the heap that stand on the current document, gathered by GetCurrent.
    private readonly Entry[] _current;
    private int _docId = -1;

    public DisjunctionCursors(IReadOnlyList<Scorer> scorers)
    {
        _heap = new Entry[scorers.Count];
        _current = new Entry[scorers.Count];
        for (int i = 0; i < scorers.Count; i++)
        {
            TwoPhaseCursor? twoPhase = scorers[i].TwoPhase;
            _heap[i] = new Entry(scorers[i], twoPhase?.Approximation ?? scorers[i], twoPhase);
            Cost += scorers[i].Cost;
        }
    }

    public override int DocId => _docId;

    public override long Cost { get; }

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        while (_heap[0].DocId < target)
        {
            _heap[0].DocId = _heap[0].Cursor.Advance(target);
            SiftDown();
        }

        return _docId = _heap[0].DocId;
    }

    /// <summary>The scorers whose approximations stand on the current document.</summary>
    public ReadOnlySpan<Entry> GetCurrent()
    {
        int count = 0;
        Gather(0, ref count);
        return _current.AsSpan(0, count);
    }

    private void Gather(int index, ref int count)
    {
        if (index < _heap.Length && _heap[index].DocId == _docId)
        {
            _current[count++] = _heap[index];
            Gather((2 * index) + 1, ref count);
            Gather((2 * index) + 2, ref count);
        }
    }

    private void SiftDown()
    {
        int index = 0;
        Entry moved = _heap[0];
        while (true)
        {
            int child = (2 * index) + 1;
            if (child >= _heap.Length)
            {
                break;
            }

            if (child + 1 < _heap.Length && _heap[child + 1].DocId < _heap[child].DocId)
            {
                child++;
            }

            if (_heap[child].DocId >= moved.DocId)
            {
                break;
            }

            _heap[index] = _heap[child];
            index = child;
        }

        _heap[index] = moved;
    }

    internal struct Entry(Scorer scorer, DocIdCursor cursor, TwoPhaseCursor? twoPhase)
    {
        public Scorer Scorer { get; } = scorer;

        public DocIdCursor Cursor { get; } = cursor;

        public TwoPhaseCursor? TwoPhase { get; } = twoPhase;

        public int DocId { get; set; } = -1;
    }
}
