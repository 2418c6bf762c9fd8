using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches every document with the boost as score. Immutable.</summary>
public sealed class MatchAllDocsQuery : Query
{
    /// <summary>The only value there need be.</summary>
    public static MatchAllDocsQuery Instance { get; } = new();

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is MatchAllDocsQuery;

    /// <inheritdoc/>
    public override int GetHashCode() => typeof(MatchAllDocsQuery).GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => "*:*";

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) =>
        new AllDocsWeight(this, scoreMode, boost);

    private sealed class AllDocsWeight(Query query, ScoreMode scoreMode, float score)
        : ConstantScoreWeight(query, scoreMode, score)
    {
        public override int Count(LeafReaderContext leaf) => leaf.Reader.NumDocs;

        protected override DocIdCursor GetCursor(LeafReaderContext leaf) => new AllDocsCursor(leaf.Reader.MaxDoc);
    }
}
