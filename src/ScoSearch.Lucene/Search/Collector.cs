using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Takes the matches of a search, segment by segment. Not thread-safe.</summary>
public abstract class Collector
{
    /// <summary>What is needed of each match.</summary>
    public abstract ScoreMode ScoreMode { get; }

    /// <summary>Whether the search shall end here, with what has come so far; asked per range of some thousand documents and while
    /// terms of prefixes, patterns and ranges are gathered. Once true it must stay so. False by default.</summary>
    public virtual bool MustStop => false;

    /// <summary>Called before the matches of a segment come; segments come in document order.</summary>
    /// <returns>Takes them; null when no match of the segment is wanted.</returns>
    public abstract LeafCollector? GetLeafCollector(LeafReaderContext leaf);
}
