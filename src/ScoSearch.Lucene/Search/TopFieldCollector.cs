using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Collects the best hits by the keys of a <see cref="Sort"/>, then doc id. Not thread-safe.</summary>
internal sealed class TopFieldCollector : TopCollector
{
    private readonly Sort _sort;
    private readonly FieldComparator[] _comparators;
    private readonly FieldDoc? _after;
    private readonly int _capacity;
    private readonly int _threshold;
    private readonly bool _needsScores;

    // Slots in a binary heap with the worst hit on top; document and score of each slot.
    private readonly int[] _heap;
    private readonly int[] _docs;
    private readonly float[] _scores;
    private int _count;

    public TopFieldCollector(Sort sort, int count, int threshold, FieldDoc? after, bool computeScores)
    {
        _sort = sort;
        _capacity = count;
        _threshold = Math.Max(count, threshold);
        _comparators = [.. sort.Fields.Select(field => FieldComparator.Create(field, count))];
        _after = after;
        for (int i = 0; i < _comparators.Length && after is not null; i++)
        {
            _comparators[i].SetAfter(after.Fields[i]);
        }

        _needsScores = computeScores || sort.NeedsScores;
        _heap = new int[count];
        _docs = new int[count];
        _scores = new float[count];
    }

    public override ScoreMode ScoreMode => _needsScores ? ScoreMode.Complete : ScoreMode.CompleteNoScores;

    public override LeafCollector GetLeafCollector(LeafReaderContext leaf)
    {
        foreach (FieldComparator comparator in _comparators)
        {
            comparator.SetLeaf(leaf);
        }

        return new Leaf(this, leaf.DocBase);
    }

    public override ScoreDoc[] Drain()
    {
        int[] slots = _heap[.._count];
        Array.Sort(slots, Compare);
        _count = 0;
        return Array.ConvertAll(slots, slot => (ScoreDoc)new FieldDoc(
            _docs[slot],
            _needsScores ? _scores[slot] : float.NaN,
            Array.ConvertAll(_comparators, comparator => comparator.GetValue(slot))));
    }

    private void Add(int doc, int docId, float score)
    {
        foreach (FieldComparator comparator in _comparators)
        {
            comparator.Read(docId, score);
        }

        if (_after is not null && !IsAfter(doc))
        {
            return;
        }

        if (_count < _capacity)
        {
            Store(_count, doc, score);
            SiftUp(_count, _count);
            _count++;
        }
        else if (CompareTo(_heap[0], doc) < 0)
        {
            Store(_heap[0], doc, score);
            SiftDown(_heap[0]);
        }
    }

    private bool IsAfter(int doc)
    {
        foreach (FieldComparator comparator in _comparators)
        {
            int order = comparator.CompareToAfter();
            if (order != 0)
            {
                return order > 0;
            }
        }

        return doc > _after!.Doc;
    }

    private int CompareTo(int slot, int doc)
    {
        foreach (FieldComparator comparator in _comparators)
        {
            int order = comparator.CompareTo(slot);
            if (order != 0)
            {
                return order;
            }
        }

        return doc.CompareTo(_docs[slot]);
    }

    private int Compare(int left, int right)
    {
        foreach (FieldComparator comparator in _comparators)
        {
            int order = comparator.Compare(left, right);
            if (order != 0)
            {
                return order;
            }
        }

        return _docs[left].CompareTo(_docs[right]);
    }

    private void Store(int slot, int doc, float score)
    {
        foreach (FieldComparator comparator in _comparators)
        {
            comparator.Store(slot);
        }

        _docs[slot] = doc;
        _scores[slot] = score;
    }

    private void SiftUp(int index, int slot)
    {
        while (index > 0 && Compare(slot, _heap[(index - 1) / 2]) > 0)
        {
            _heap[index] = _heap[(index - 1) / 2];
            index = (index - 1) / 2;
        }

        _heap[index] = slot;
    }

    private void SiftDown(int slot)
    {
        int index = 0;
        while (true)
        {
            int child = (2 * index) + 1;
            if (child >= _count)
            {
                break;
            }

            if (child + 1 < _count && Compare(_heap[child + 1], _heap[child]) > 0)
            {
                child++;
            }

            if (Compare(_heap[child], slot) <= 0)
            {
                break;
            }

            _heap[index] = _heap[child];
            index = child;
        }

        _heap[index] = slot;
    }

    // In index order later documents cannot compete with a full queue.
    private bool IsDone()
    {
        SortField first = _sort.Fields[0];
        bool done = first is { Type: SortFieldType.Doc, Reverse: false } && _count == _capacity && TotalHits > _threshold;
        IsLowerBound |= done;
        return done;
    }

    private sealed class Leaf(TopFieldCollector owner, int docBase) : LeafCollector
    {
        public override float MinCompetitiveScore => owner.IsDone() ? float.PositiveInfinity : 0;

        public override void Collect(int docId, float score)
        {
            owner.TotalHits++;
            owner.Add(docId + docBase, docId, score);
        }
    }
}
