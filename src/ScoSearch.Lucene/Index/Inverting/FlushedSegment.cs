namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>A segment just written from memory, not yet in any list of segments.</summary>
/// <param name="Info">The segment.</param>
/// <param name="LiveDocs">Documents that did not fail; null when none failed.</param>
/// <param name="Sequences">For each document its place in the order of all changes; rising.</param>
internal sealed record FlushedSegment(SegmentInfo Info, LiveDocs? LiveDocs, long[] Sequences);
