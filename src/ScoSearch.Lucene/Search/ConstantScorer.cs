using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Gives every document of a cursor the same score. Not thread-safe.</summary>
internal sealed class ConstantScorer(DocIdCursor cursor, TwoPhaseCursor? twoPhase, float score) : Scorer
{
    public override int DocId => cursor.DocId;

    public override long Cost => cursor.Cost;

    public override TwoPhaseCursor? TwoPhase => twoPhase;

    public override int NextDoc() => Confirm(cursor.NextDoc());

    public override int Advance(int target) => Confirm(cursor.Advance(target));

    public override float Score() => score;

    public override float GetMaxScore(int upTo) => score;

    private int Confirm(int docId) => twoPhase is null ? docId : twoPhase.FirstMatch(docId);
}
