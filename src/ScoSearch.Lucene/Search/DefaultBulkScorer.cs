using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Goes through a <see cref="Scorer"/> document by document, leaving out ranges whose bound cannot compete.</summary>
internal sealed class DefaultBulkScorer : BulkScorer
{
    private readonly Scorer _scorer;
    private readonly TwoPhaseCursor? _twoPhase;
    private readonly DocIdCursor _cursor;
    private readonly bool _needsScores;

    // Bounds of the scorer were taken for documents up to here (inclusive).
    private int _boundUpTo = -1;
    private float _bound;
    private float _minScore;

    public DefaultBulkScorer(Scorer scorer, bool needsScores = true)
    {
        _scorer = scorer;
        _twoPhase = scorer.TwoPhase;
        _cursor = _twoPhase?.Approximation ?? scorer;
        _needsScores = needsScores;
    }

    public override int Score(LeafCollector collector, LiveDocs? live, int min, int max)
    {
        int docId = _cursor.DocId;
        if (docId < min)
        {
            docId = _cursor.Advance(min);
        }

        while (docId < max)
        {
            if (collector.MinCompetitiveScore > 0 && !IsCompetitive(collector.MinCompetitiveScore, docId))
            {
                if (_boundUpTo >= DocIdCursor.Exhausted - 1)
                {
                    return DocIdCursor.Exhausted;
                }

                docId = _cursor.Advance(_boundUpTo + 1);
                continue;
            }

            if ((live is null || live.IsLive(docId)) && (_twoPhase is null || _twoPhase.Matches()))
            {
                collector.Collect(docId, _needsScores ? _scorer.Score() : 0);
            }

            docId = _cursor.NextDoc();
        }

        return docId;
    }

    private bool IsCompetitive(float minScore, int docId)
    {
        if (minScore > _minScore)
        {
            _minScore = minScore;
            _scorer.SetMinCompetitiveScore(minScore);
        }

        if (docId > _boundUpTo)
        {
            _boundUpTo = _scorer.AdvanceShallow(docId);
            _bound = _scorer.GetMaxScore(_boundUpTo);
        }

        return _bound >= minScore;
    }
}
