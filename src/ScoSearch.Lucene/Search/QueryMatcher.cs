namespace ScoSearch.Lucene.Search;

/// <summary>Finds the places that make one query match, document by document. Thread-safe; one document at a time.</summary>
/// <remarks>
/// The terms of the query are looked up once, when it is created, instead of once for each of several hits, and the same cursors
/// serve all of them.
/// </remarks>
public sealed class QueryMatcher
{
    private readonly IndexSearcher _searcher;
    private readonly Weight _weight;

    // Also guards itself.
    private readonly SearchScratch _scratch;

    internal QueryMatcher(IndexSearcher searcher, Weight weight, SearchScratch scratch)
    {
        _searcher = searcher;
        _weight = weight;
        _scratch = scratch;
    }

    /// <summary>The places in a document that make it match, by position; empty when it does not match or has none.</summary>
    /// <param name="docId">Index-wide doc id.</param>
    /// <param name="field">Only places in this field; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such document.</exception>
    /// <exception cref="ObjectDisposedException">The reader is closed.</exception>
    public IReadOnlyList<MatchSpan> GetMatches(int docId, string? field = null)
    {
        lock (_scratch)
        {
            try
            {
                return _searcher.FindMatches(_weight, docId, field);
            }
            finally
            {
                _scratch.Recycle();
            }
        }
    }
}
