using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches what another query matches, each with the boost as score. Immutable.</summary>
public sealed class ConstantScoreQuery : Query
{
    /// <summary>Creates the query.</summary>
    public ConstantScoreQuery(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query = query;
    }

    /// <summary>What to match.</summary>
    public Query Query { get; }

    internal override int Depth => Query.Depth + 1;

    internal override IEnumerable<Query> Children => [Query];

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is ConstantScoreQuery query && Query.Equals(query.Query);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(ConstantScoreQuery), Query);

    /// <inheritdoc/>
    public override string ToString() => $"ConstantScore({Query})";

    internal override Query Rewrite(SearchContext context)
    {
        Query rewritten = Query.Rewrite(context);
        return rewritten switch
        {
            MatchNoDocsQuery or ConstantScoreQuery => rewritten,
            BoostQuery boosted => new ConstantScoreQuery(boosted.Query),
            _ => ReferenceEquals(rewritten, Query) ? this : new ConstantScoreQuery(rewritten),
        };
    }

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost)
    {
        Weight inner = Query.CreateWeight(context, ScoreMode.CompleteNoScores, 1f);
        return scoreMode == ScoreMode.CompleteNoScores ? inner : new WrappedWeight(this, inner, boost);
    }

    private sealed class WrappedWeight(Query query, Weight inner, float score) : Weight(query)
    {
        public override Scorer? GetScorer(LeafReaderContext leaf) => inner.GetScorer(leaf) is { } scorer
            ? new ConstantScorer(scorer.TwoPhase?.Approximation ?? scorer, scorer.TwoPhase, score)
            : null;

        public override BulkScorer? GetBulkScorer(LeafReaderContext leaf) =>
            inner.GetBulkScorer(leaf) is { } bulk ? new ConstantBulkScorer(bulk, score) : null;

        public override int Count(LeafReaderContext leaf) => inner.Count(leaf);

        public override Explanation Explain(LeafReaderContext leaf, int docId) =>
            IsMatch(leaf, docId)
                ? Explanation.Match(score, $"{Query}, constant score")
                : Explanation.NoMatch($"{Query} does not match");

        public override bool AddMatches(LeafReaderContext leaf, int docId, MatchCollector matches) =>
            inner.AddMatches(leaf, docId, matches);
    }
}
