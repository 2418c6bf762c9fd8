namespace ScoSearch.Lucene.Index;

/// <summary>A segment's place in an index. Immutable.</summary>
/// <param name="Reader">The segment.</param>
/// <param name="Ord">Its number, from 0.</param>
/// <param name="DocBase">Index-wide doc id of its first document.</param>
public sealed record LeafReaderContext(LeafReader Reader, int Ord, int DocBase);
