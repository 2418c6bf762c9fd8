using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Base of weights whose every match scores the same. Immutable.</summary>
internal abstract class ConstantScoreWeight(Query query, ScoreMode scoreMode, float score) : Weight(query)
{
    protected float ConstantScore { get; } = score;

    protected ScoreMode ScoreMode { get; } = scoreMode;

    public override Scorer? GetScorer(LeafReaderContext leaf) =>
        GetCursor(leaf) is { } cursor ? new ConstantScorer(cursor, GetTwoPhase(cursor), ConstantScore) : null;

    public override BulkScorer? GetBulkScorer(LeafReaderContext leaf) =>
        GetScorer(leaf) is { } scorer ? new DefaultBulkScorer(scorer, ScoreMode != ScoreMode.CompleteNoScores) : null;

    public override Explanation Explain(LeafReaderContext leaf, int docId) =>
        IsMatch(leaf, docId)
            ? Explanation.Match(ConstantScore, $"{Query}, constant score")
            : Explanation.NoMatch($"{Query} does not match");

    public override bool AddMatches(LeafReaderContext leaf, int docId, MatchCollector matches) => IsMatch(leaf, docId);

    /// <summary>The matching documents, or a superset when there is a second step; null for none.</summary>
    protected abstract DocIdCursor? GetCursor(LeafReaderContext leaf);

    /// <summary>The second step over a cursor that <see cref="GetCursor"/> returned, or null.</summary>
    protected virtual TwoPhaseCursor? GetTwoPhase(DocIdCursor cursor) => null;
}
