namespace ScoSearch.Lucene.Search;

/// <summary>Collects the best hits in some order. Not thread-safe; one for each slice of a parallel search.</summary>
internal abstract class TopCollector : Collector
{
    /// <summary>Matches seen.</summary>
    public long TotalHits { get; protected set; }

    /// <summary>True once matches may have been left out.</summary>
    public bool IsLowerBound { get; protected set; }

    /// <summary>The hits, best first; empties the collector.</summary>
    public abstract ScoreDoc[] Drain();
}
