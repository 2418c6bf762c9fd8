namespace ScoSearch.Lucene.Search;

/// <summary>Required clauses plus optional ones: required + optional as a float addition where both match. Not thread-safe.</summary>
internal sealed class ReqOptScorer(Scorer required, Scorer optional) : Scorer
{
    public override int DocId => required.DocId;

    public override long Cost => required.Cost;

    public override TwoPhaseCursor? TwoPhase => required.TwoPhase;

    public override int NextDoc() => required.NextDoc();

    public override int Advance(int target) => required.Advance(target);

    public override float Score()
    {
        float score = required.Score();
        return optional.AdvanceExact(required.DocId) ? (float)(score + optional.Score()) : score;
    }

    public override int AdvanceShallow(int target)
    {
        int upTo = required.AdvanceShallow(Math.Max(target, required.DocId));
        int at = optional.DocId;
        return at <= target
            ? Math.Min(upTo, optional.AdvanceShallow(target))
            : at == Exhausted ? upTo : Math.Min(upTo, Math.Max(target, at - 1));
    }

    public override float GetMaxScore(int upTo)
    {
        float bound = required.GetMaxScore(upTo);
        return optional.DocId > upTo ? bound : (float)(bound + optional.GetMaxScore(upTo));
    }
}
