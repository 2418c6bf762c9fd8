using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>The documents that a query matches, segment by segment, for deletion by query. Thread-safe.</summary>
/// <param name="query">Chooses the documents.</param>
/// <param name="options">Limits; null for the defaults.</param>
public sealed class QueryDocIdMatcher(Query query, IndexSearcherOptions? options = null) : IDocIdMatcher
{
    private readonly IndexSearcherOptions _options = options ?? new IndexSearcherOptions();

    /// <inheritdoc/>
    /// <exception cref="QueryTooComplexException">The query exceeds a limit.</exception>
    public DocIdCursor? Match(LeafReaderContext leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        using SingleLeafReader reader = new(leaf.Reader);
        return new IndexSearcher(reader, _options).CreateWeight(query, ScoreMode.CompleteNoScores, CancellationToken.None)
            .GetScorer(reader.Leaves[0]);
    }
}
