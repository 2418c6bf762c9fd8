using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>Documents that contain a phrase. Not thread-safe.</summary>
internal sealed class PhraseScorer : Scorer
{
    private readonly ConjunctionCursor _cursor;
    private readonly PhraseMatcher _matcher;
    private readonly LeafBm25 _leaf;
    private readonly PhraseBounds? _bounds;
    private readonly PositionCheck _check;
    private float _minScore;

    // Frequency of _freqDocId; the first match has been found already when a document is confirmed.
    private float _freq;
    private int _freqDocId = -1;

    /// <param name="slots">The places, with postings before their first document.</param>
    /// <param name="matcher">Finds matches in a document.</param>
    /// <param name="leaf">Scores.</param>
    /// <param name="bounds">Score bounds, or null when they are not wanted.</param>
    public PhraseScorer(PhraseSlot[] slots, PhraseMatcher matcher, LeafBm25 leaf, PhraseBounds? bounds)
    {
        _cursor = new ConjunctionCursor(slots.Select(slot => slot.Postings));
        _matcher = matcher;
        _leaf = leaf;
        _bounds = bounds;
        _check = new PositionCheck(this);
    }

    public override int DocId => _cursor.DocId;

    public override long Cost => _cursor.Cost;

    public override TwoPhaseCursor? TwoPhase => _check;

    public LeafBm25 LeafScores => _leaf;

    public override int NextDoc() => _check.FirstMatch(_cursor.NextDoc());

    public override int Advance(int target) => _check.FirstMatch(_cursor.Advance(target));

    public override float Score() => _leaf.Score(_cursor.DocId, PhraseFreq());

    public override int AdvanceShallow(int target) => _bounds?.AdvanceShallow(target) ?? Exhausted;

    public override float GetMaxScore(int upTo) =>
        _cursor.DocId == Exhausted ? 0 : _bounds?.GetMaxScore(upTo) ?? _leaf.Scorer.MaxScore;

    public override void SetMinCompetitiveScore(float minScore) => _minScore = minScore;

    /// <summary>Sum of the weights of the matches in the current, confirmed document.</summary>
    public float PhraseFreq()
    {
        if (_freqDocId != _cursor.DocId)
        {
            _freqDocId = _cursor.DocId;
            _freq = _matcher.Frequency();
        }

        return _freq;
    }

    /// <summary>Adds the spans of all matches in the document the cursor stands on; false when there is none.</summary>
    public bool AddMatches(string field, MatchCollector? matches, float weight)
    {
        (_matcher as SloppyPhraseMatcher)?.RecordSpans();
        _matcher.Reset();
        bool any = false;
        while (_matcher.MoveNext())
        {
            any = true;
            (int startPosition, int endPosition, int startOffset, int endOffset) = _matcher.GetSpan();
            matches?.Add(new MatchSpan(field, startPosition, endPosition, startOffset, endOffset, weight));
        }

        return any;
    }

    private sealed class PositionCheck(PhraseScorer scorer) : TwoPhaseCursor(scorer._cursor)
    {
        public override float MatchCost => scorer._matcher.MatchCost;

        protected override bool Check()
        {
            // Positions are not worth reading where not even the most possible matches would compete.
            if (scorer._minScore > 0
                && scorer._leaf.Score(scorer._cursor.DocId, scorer._matcher.MaxFreq) < scorer._minScore)
            {
                return false;
            }

            return scorer._matcher.Matches();
        }
    }
}
