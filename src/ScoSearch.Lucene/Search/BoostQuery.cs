namespace ScoSearch.Lucene.Search;

/// <summary>Multiplies the scores of another query. Immutable.</summary>
public sealed class BoostQuery : Query
{
    /// <summary>Creates the query.</summary>
    /// <param name="query">What to match.</param>
    /// <param name="boost">The factor; finite, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The boost is negative or not finite.</exception>
    public BoostQuery(Query query, float boost)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!float.IsFinite(boost) || boost < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(boost), boost, "a boost must be finite and not negative");
        }

        Query = query;
        Boost = boost;
    }

    /// <summary>What to match.</summary>
    public Query Query { get; }

    /// <summary>The factor.</summary>
    public float Boost { get; }

    internal override int Depth => Query.Depth + 1;

    internal override IEnumerable<Query> Children => [Query];

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is BoostQuery query && Boost.Equals(query.Boost) && Query.Equals(query.Query);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(BoostQuery), Boost, Query);

    /// <inheritdoc/>
    public override string ToString() => $"({Query})^{Format(Boost)}";

    internal static (Query Inner, float Boost) Unwrap(Query query) =>
        query is BoostQuery boosted ? (boosted.Query, boosted.Boost) : (query, 1f);

    internal static Query Wrap(Query query, float boost) => boost == 1f ? query : new BoostQuery(query, boost);

    internal override Query Rewrite(SearchContext context)
    {
        Query rewritten = Query.Rewrite(context);
        if (Boost == 1f || rewritten is MatchNoDocsQuery)
        {
            return rewritten;
        }

        if (rewritten is BoostQuery inner)
        {
            return new BoostQuery(inner.Query, (float)(Boost * inner.Boost));
        }

        if (Boost == 0f && rewritten is not ConstantScoreQuery)
        {
            return new BoostQuery(new ConstantScoreQuery(rewritten), 0f);
        }

        return ReferenceEquals(rewritten, Query) ? this : new BoostQuery(rewritten, Boost);
    }

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) =>
        Query.CreateWeight(context, scoreMode, (float)(Boost * boost));
}
