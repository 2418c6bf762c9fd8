using ScoSearch.Lucene.Codecs;

namespace ScoSearch.Lucene.Index.Writing;

/// <summary>A commit between its two phases. Immutable.</summary>
/// <param name="Infos">What is committed.</param>
/// <param name="Generation">N of <c>segments_N</c>.</param>
/// <param name="Files">Files of all its segments, protected until the commit is finished or given up.</param>
/// <param name="Changes">The writer's change counter at the time.</param>
internal sealed record PendingCommit(
    SegmentInfos Infos, long Generation, IReadOnlyCollection<string> Files, long Changes);
