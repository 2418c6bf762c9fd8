using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches nothing. Immutable.</summary>
public sealed class MatchNoDocsQuery : Query
{
    /// <summary>The only value there need be.</summary>
    public static MatchNoDocsQuery Instance { get; } = new();

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is MatchNoDocsQuery;

    /// <inheritdoc/>
    public override int GetHashCode() => typeof(MatchNoDocsQuery).GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => "MatchNoDocs";

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) => new NoMatchWeight(this);

    private sealed class NoMatchWeight(Query query) : Weight(query)
    {
        public override Scorer? GetScorer(LeafReaderContext leaf) => null;

        public override int Count(LeafReaderContext leaf) => 0;

        public override Explanation Explain(LeafReaderContext leaf, int docId) => Explanation.NoMatch("matches nothing");

        public override bool AddMatches(LeafReaderContext leaf, int docId, MatchCollector matches) => false;
    }
}
