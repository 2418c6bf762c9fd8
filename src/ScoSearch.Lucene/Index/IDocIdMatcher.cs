namespace ScoSearch.Lucene.Index;

/// <summary>Chooses documents of a segment, for deletion by query. Thread-safe.</summary>
public interface IDocIdMatcher
{
    /// <summary>The documents of a segment that match; deleted ones may be among them.</summary>
    /// <param name="leaf">The segment, its doc base being that of the index at the time.</param>
    /// <returns>A new cursor, or null when no document matches.</returns>
    public DocIdCursor? Match(LeafReaderContext leaf);
}
