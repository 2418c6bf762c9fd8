using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches of one scorer that another does not match. Not thread-safe.</summary>
internal sealed class ExclusionScorer : Scorer
{
    private readonly Scorer _required;
    private readonly NoneOf _twoPhase;

    public ExclusionScorer(Scorer required, Scorer excluded)
    {
        _required = required;
        _twoPhase = new NoneOf(required.TwoPhase?.Approximation ?? required, required.TwoPhase, excluded);
    }

    public override int DocId => _twoPhase.Approximation.DocId;

    public override long Cost => _required.Cost;

    public override TwoPhaseCursor? TwoPhase => _twoPhase;

    public override int NextDoc() => _twoPhase.FirstMatch(_twoPhase.Approximation.NextDoc());

    public override int Advance(int target) => _twoPhase.FirstMatch(_twoPhase.Approximation.Advance(target));

    public override float Score() => _required.Score();

    public override int AdvanceShallow(int target) => _required.AdvanceShallow(target);

    public override float GetMaxScore(int upTo) => _required.GetMaxScore(upTo);

    private sealed class NoneOf(DocIdCursor cursor, TwoPhaseCursor? required, Scorer excluded) : TwoPhaseCursor(cursor)
    {
        private readonly TwoPhaseCursor? _excludedCheck = excluded.TwoPhase;
        private readonly DocIdCursor _excluded = excluded.TwoPhase?.Approximation ?? excluded;

        public override float MatchCost => 2 + (required?.MatchCost ?? 0) + (_excludedCheck?.MatchCost ?? 0);

        protected override bool Check()
        {
            int docId = Approximation.DocId;
            int at = _excluded.DocId < docId ? _excluded.Advance(docId) : _excluded.DocId;
            bool excludedHere = at == docId && (_excludedCheck is null || _excludedCheck.Matches());
            return !excludedHere && (required is null || required.Matches());
        }
    }
}
