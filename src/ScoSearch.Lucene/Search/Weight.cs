using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>A query bound to the statistics of an index. Immutable and thread-safe; the scorers it hands out are not.</summary>
internal abstract class Weight(Query query)
{
    public Query Query { get; } = query;

    /// <summary>A scoring cursor over the matches in a segment; null when there is none.</summary>
    public abstract Scorer? GetScorer(LeafReaderContext leaf);

    /// <summary>Scores a whole segment; null when nothing matches.</summary>
    public virtual BulkScorer? GetBulkScorer(LeafReaderContext leaf) =>
        GetScorer(leaf) is { } scorer ? new DefaultBulkScorer(scorer) : null;

    /// <summary>How the score of a document of the segment comes to be.</summary>
    public abstract Explanation Explain(LeafReaderContext leaf, int docId);

    /// <summary>Number of live matches in a segment where that is known without going through them; -1 otherwise.</summary>
    public virtual int Count(LeafReaderContext leaf) => -1;

    /// <summary>Adds the places in a document that make it match.</summary>
    /// <returns>False when the document does not match; nothing was added then.</returns>
    public abstract bool AddMatches(LeafReaderContext leaf, int docId, MatchCollector matches);

    /// <summary>Whether the document matches, by a fresh cursor.</summary>
    protected bool IsMatch(LeafReaderContext leaf, int docId) => GetScorer(leaf)?.AdvanceExact(docId) ?? false;
}
