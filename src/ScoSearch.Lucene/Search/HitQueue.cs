namespace ScoSearch.Lucene.Search;

/// <summary>The best n hits by score, then doc id: a binary heap with the worst on top. Not thread-safe.</summary>
internal sealed class HitQueue
{
    private float[] _scores;
    private int[] _docs;
    private readonly int _capacity;

    public HitQueue(int capacity)
    {
        _capacity = capacity;

        // A caller may ask for more hits than there are: grow as they come.
        _scores = new float[Math.Min(capacity, 128)];
        _docs = new int[_scores.Length];
    }

    public int Count { get; private set; }

    public bool IsFull => Count == _capacity;

    /// <summary>Score of the worst hit; the queue is not empty.</summary>
    public float WorstScore => _scores[0];

    /// <summary>Adds a hit unless the queue is full of better ones.</summary>
    public void Add(int doc, float score)
    {
        if (Count < _capacity)
        {
            if (Count == _scores.Length)
            {
                int size = (int)Math.Min(_capacity, 2L * Count);
                Array.Resize(ref _scores, size);
                Array.Resize(ref _docs, size);
            }

            SiftUp(Count++, doc, score);
        }
        else if (IsWorse(_docs[0], _scores[0], doc, score))
        {
            SiftDown(doc, score);
        }
    }

    /// <summary>Takes the hits out, best first.</summary>
    public ScoreDoc[] Drain()
    {
        ScoreDoc[] hits = new ScoreDoc[Count];
        for (int i = hits.Length - 1; i >= 0; i--)
        {
            hits[i] = new ScoreDoc(_docs[0], _scores[0]);
            Count--;
            SiftDown(_docs[Count], _scores[Count]);
        }

        return hits;
    }

    private static bool IsWorse(int leftDoc, float left, int rightDoc, float right) =>
        left < right || (left == right && leftDoc > rightDoc);

    private void SiftUp(int index, int doc, float score)
    {
        while (index > 0)
        {
            int parent = (index - 1) / 2;
            if (!IsWorse(doc, score, _docs[parent], _scores[parent]))
            {
                break;
            }

            _docs[index] = _docs[parent];
            _scores[index] = _scores[parent];
            index = parent;
        }

        _docs[index] = doc;
        _scores[index] = score;
    }

    private void SiftDown(int doc, float score)
    {
        int index = 0;
        while (true)
        {
            int child = (2 * index) + 1;
            if (child >= Count)
            {
                break;
            }

            if (child + 1 < Count && IsWorse(_docs[child + 1], _scores[child + 1], _docs[child], _scores[child]))
            {
                child++;
            }

            if (!IsWorse(_docs[child], _scores[child], doc, score))
            {
                break;
            }

            _docs[index] = _docs[child];
            _scores[index] = _scores[child];
            index = child;
        }

        _docs[index] = doc;
        _scores[index] = score;
    }
}
