using ScoSearch.Lucene.Index;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Codecs;

/// <summary>What a format writer needs to know about the segment it writes. Immutable.</summary>
/// <param name="Directory">Where the files go.</param>
/// <param name="SegmentName">Name of the segment, such as <c>_0</c>.</param>
/// <param name="SegmentId">The 16 bytes every file carries.</param>
/// <param name="MaxDoc">Number of documents in the segment.</param>
/// <param name="FieldInfos">Fields of the segment.</param>
internal sealed record SegmentWriteState(
    Directory Directory, string SegmentName, byte[] SegmentId, int MaxDoc, FieldInfos FieldInfos);
