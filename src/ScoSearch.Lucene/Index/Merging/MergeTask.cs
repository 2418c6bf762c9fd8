using ScoSearch.Lucene.Index.Writing;

namespace ScoSearch.Lucene.Index.Merging;

/// <summary>One merge, waiting or running. Guarded by the writer's state lock.</summary>
/// <param name="sources">The segments, in the order of the list.</param>
internal sealed class MergeTask(SegmentState[] sources)
{
    /// <summary>The segments, in the order of the list.</summary>
    public IReadOnlyList<SegmentState> Sources => sources;

    /// <summary>What the messages call it.</summary>
    public override string ToString() => string.Join(" ", sources.Select(source => source.Name));
}
