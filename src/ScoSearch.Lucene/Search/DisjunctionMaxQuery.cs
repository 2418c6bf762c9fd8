using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches what any of several queries matches; scores by the best of them plus a share of the others. Immutable.</summary>
public sealed class DisjunctionMaxQuery : Query
{
    private readonly Query[] _disjuncts;

    /// <summary>Creates the query.</summary>
    /// <param name="disjuncts">The queries; none matches nothing.</param>
    /// <param name="tieBreaker">Share of the scores that are not the best, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tie breaker is out of range.</exception>
    public DisjunctionMaxQuery(IEnumerable<Query> disjuncts, float tieBreaker)
    {
        ArgumentNullException.ThrowIfNull(disjuncts);
        if (!(tieBreaker >= 0 && tieBreaker <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(tieBreaker), tieBreaker, "a tie breaker must be from 0 to 1");
        }

        _disjuncts = [.. disjuncts];
        TieBreaker = tieBreaker;
        Depth = 1 + _disjuncts.Select(query => query.Depth).DefaultIfEmpty(0).Max();
    }

    /// <summary>The queries.</summary>
    public IReadOnlyList<Query> Disjuncts => _disjuncts;

    /// <summary>Share of the scores that are not the best.</summary>
    public float TieBreaker { get; }

    internal override int Depth { get; }

    internal override int ClauseCount => _disjuncts.Length;

    internal override IEnumerable<Query> Children => _disjuncts;

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is DisjunctionMaxQuery query && TieBreaker.Equals(query.TieBreaker)
        && _disjuncts.AsSpan().SequenceEqual(query._disjuncts);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(TieBreaker);
        foreach (Query query in _disjuncts)
        {
            hash.Add(query);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"({string.Join(" | ", _disjuncts.AsEnumerable())}){(TieBreaker == 0 ? "" : $"~{Format(TieBreaker)}")}";

    internal override Query Rewrite(SearchContext context)
    {
        if (_disjuncts.Length == 0)
        {
            return MatchNoDocsQuery.Instance;
        }

        if (_disjuncts.Length == 1)
        {
            return _disjuncts[0];
        }

        Query[] rewritten = Array.ConvertAll(_disjuncts, query => query.Rewrite(context));
        return rewritten.Zip(_disjuncts).All(pair => ReferenceEquals(pair.First, pair.Second))
            ? this
            : new DisjunctionMaxQuery(rewritten, TieBreaker);
    }

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) => new DisjunctionMaxWeight(
        this, Array.ConvertAll(_disjuncts, query => query.CreateWeight(context, scoreMode, boost)), scoreMode);

    private sealed class DisjunctionMaxWeight(DisjunctionMaxQuery query, Weight[] weights, ScoreMode scoreMode) : Weight(query)
    {
        public override Scorer? GetScorer(LeafReaderContext leaf)
        {
            Scorer[] scorers = [.. weights.Select(weight => weight.GetScorer(leaf)).OfType<Scorer>()];
            return scorers.Length switch
            {
                0 => null,
                1 => scorers[0],
                _ => new DisjunctionMaxScorer(scorers, query.TieBreaker),
            };
        }

        public override BulkScorer? GetBulkScorer(LeafReaderContext leaf) =>
            GetScorer(leaf) is { } scorer ? new DefaultBulkScorer(scorer, scoreMode != ScoreMode.CompleteNoScores) : null;

        public override Explanation Explain(LeafReaderContext leaf, int docId)
        {
            Explanation[] details =
                [.. weights.Select(weight => weight.Explain(leaf, docId)).Where(detail => detail.IsMatch)];
            return GetScorer(leaf) is { } scorer && scorer.AdvanceExact(docId)
                ? Explanation.Match(scorer.Score(), $"max plus {Format(query.TieBreaker)} times others of:", details)
                : Explanation.NoMatch("no matching clause");
        }

        public override bool AddMatches(LeafReaderContext leaf, int docId, MatchCollector matches)
        {
            bool any = false;
            foreach (Weight weight in weights)
            {
                any |= weight.AddMatches(leaf, docId, matches);
            }

            return any;
        }
    }
}
