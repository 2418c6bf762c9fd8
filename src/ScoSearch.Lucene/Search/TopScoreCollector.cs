using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Collects the best hits by score, then doc id, and tells scorers which scores still compete. Not thread-safe.</summary>
internal sealed class TopScoreCollector : TopCollector
{
    private readonly HitQueue _queue;
    private readonly ScoreDoc? _after;
    private readonly int _threshold;
    private readonly SharedMinScore? _shared;

    /// <param name="count">How many hits.</param>
    /// <param name="threshold">Matches counted exactly; <see cref="int.MaxValue"/> for all.</param>
    /// <param name="after">Only hits after this one count, or null.</param>
    /// <param name="shared">What other slices of the same search know, or null.</param>
    public TopScoreCollector(int count, int threshold, ScoreDoc? after, SharedMinScore? shared)
    {
        _queue = new HitQueue(count);
        _threshold = Math.Max(count, threshold);
        _after = after;
        _shared = shared;
        ScoreMode = threshold == int.MaxValue ? ScoreMode.Complete : ScoreMode.TopScores;
    }

    public override ScoreMode ScoreMode { get; }

    public override LeafCollector GetLeafCollector(LeafReaderContext leaf) => new Leaf(this, leaf.DocBase);

    public override ScoreDoc[] Drain() => _queue.Drain();

    // Later documents lose ties against the queue, hence the next float up. Another slice's documents may come before ours.
    private float GetMinCompetitiveScore()
    {
        if (ScoreMode != ScoreMode.TopScores || !IsThresholdReached())
        {
            return 0;
        }

        float own = _queue.IsFull ? MathF.BitIncrement(_queue.WorstScore) : 0;
        float min = Math.Max(own, _shared?.Value ?? 0);
        IsLowerBound |= min > 0;
        return min;
    }

    private bool IsThresholdReached() => _shared is null ? TotalHits > _threshold : _shared.IsThresholdReached;

    private void Count(int matches)
    {
        TotalHits += matches;
        if (_shared is not null && ScoreMode == ScoreMode.TopScores)
        {
            _shared.Add(matches, _queue.IsFull ? _queue.WorstScore : 0);
        }
    }

    private sealed class Leaf(TopScoreCollector owner, int docBase) : LeafCollector
    {
        private readonly HitQueue _queue = owner._queue;
        private readonly float _afterScore = owner._after?.Score ?? float.PositiveInfinity;
        private readonly int _afterDoc = owner._after is null ? -1 : owner._after.Doc - docBase;
        private float _minScore = owner.GetMinCompetitiveScore();

        public override float MinCompetitiveScore => _minScore;

        public override void Collect(int docId, float score)
        {
            AddIfAfter(docId, score);
            owner.Count(1);
            _minScore = Math.Max(_minScore, owner.GetMinCompetitiveScore());
        }

        public override void Collect(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores)
        {
            int i = 0;
            for (; i < docIds.Length && !_queue.IsFull; i++)
            {
                AddIfAfter(docIds[i], scores[i]);
            }

            if (i < docIds.Length)
            {
                AddCompeting(docIds[i..], scores[i..]);
            }

            owner.Count(docIds.Length);
            _minScore = Math.Max(_minScore, owner.GetMinCompetitiveScore());
        }

        private void AddCompeting(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores)
        {
            float worst = _queue.WorstScore;
            for (int i = 0; i < docIds.Length; i++)
            {
                if (scores[i] > worst)
                {
                    AddIfAfter(docIds[i], scores[i]);
                    worst = _queue.WorstScore;
                }
            }
        }

        private void AddIfAfter(int docId, float score)
        {
            if (score < _afterScore || (score == _afterScore && docId > _afterDoc))
            {
                _queue.Add(docId + docBase, score);
            }
        }
    }
}
