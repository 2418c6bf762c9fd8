using ScoSearch.Lucene.Index;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Codecs;

/// <summary>What a format reader needs to know about the segment it reads. Immutable.</summary>
/// <param name="Directory">Where the files are: the index directory or the compound file's view.</param>
/// <param name="SegmentName">Name of the segment, such as <c>_0</c>.</param>
/// <param name="SegmentId">The 16 bytes every file must carry.</param>
/// <param name="MaxDoc">Number of documents in the segment.</param>
/// <param name="FieldInfos">Fields of the segment.</param>
internal sealed record SegmentReadState(
    Directory Directory, string SegmentName, byte[] SegmentId, int MaxDoc, FieldInfos FieldInfos);
