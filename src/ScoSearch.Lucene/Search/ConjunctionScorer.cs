using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Documents that all required clauses match; the score is the double sum of the scoring ones, cast once. Not thread-safe.</summary>
internal sealed class ConjunctionScorer : Scorer
{
    private readonly Scorer[] _scoring;
    private readonly DocIdCursor _cursor;
    private readonly AllOf? _twoPhase;

    /// <param name="required">All clauses that must match; at least one.</param>
    /// <param name="scoring">Those of them that score, in the order of the query.</param>
    public ConjunctionScorer(IReadOnlyCollection<Scorer> required, Scorer[] scoring)
    {
        _scoring = scoring;
        _cursor = required.Count == 1 && required.First().TwoPhase is null
            ? required.First()
            : new ConjunctionCursor(required.Select(scorer => scorer.TwoPhase?.Approximation ?? scorer));
        TwoPhaseCursor[] checks =
            [.. required.Select(scorer => scorer.TwoPhase).OfType<TwoPhaseCursor>().OrderBy(check => check.MatchCost)];
        _twoPhase = checks.Length == 0 ? null : new AllOf(_cursor, checks);
    }

    public override int DocId => _cursor.DocId;

    public override long Cost => _cursor.Cost;

    public override TwoPhaseCursor? TwoPhase => _twoPhase;

    public override int NextDoc() => Confirm(_cursor.NextDoc());

    public override int Advance(int target) => Confirm(_cursor.Advance(target));

    public override float Score()
    {
        double sum = 0;
        foreach (Scorer scorer in _scoring)
        {
            sum += scorer.Score();
        }

        return (float)sum;
    }

    public override int AdvanceShallow(int target)
    {
        int upTo = Exhausted;
        foreach (Scorer scorer in _scoring)
        {
            upTo = Math.Min(upTo, scorer.AdvanceShallow(Math.Max(target, scorer.DocId)));
        }

        return upTo;
    }

    public override float GetMaxScore(int upTo) => ScoreBound.Sum(_scoring, upTo);

    private int Confirm(int docId) => _twoPhase is null ? docId : _twoPhase.FirstMatch(docId);

    private sealed class AllOf(DocIdCursor approximation, TwoPhaseCursor[] checks) : TwoPhaseCursor(approximation)
    {
        public override float MatchCost { get; } = checks.Sum(check => check.MatchCost);

        protected override bool Check()
        {
            foreach (TwoPhaseCursor check in checks)
            {
                if (!check.Matches())
                {
                    return false;
                }
            }

            return true;
        }
    }
}
