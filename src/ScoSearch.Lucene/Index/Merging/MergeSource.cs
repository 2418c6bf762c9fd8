namespace ScoSearch.Lucene.Index.Merging;

/// <summary>One of the segments being merged. Immutable.</summary>
/// <param name="Reader">The segment, with its deletions as of the start of the merge.</param>
/// <param name="DocIds">Where its documents go.</param>
internal sealed record MergeSource(SegmentReader Reader, DocIdMap DocIds)
{
    /// <summary>Lines segments up, in their order.</summary>
    public static MergeSource[] Create(IReadOnlyList<SegmentReader> readers)
    {
        MergeSource[] sources = new MergeSource[readers.Count];
        int docBase = 0;
        for (int i = 0; i < sources.Length; i++)
        {
            sources[i] = new MergeSource(readers[i], new DocIdMap(docBase, readers[i].LiveDocs, readers[i].MaxDoc));
            docBase = checked(docBase + sources[i].DocIds.LiveCount);
        }

        return sources;
    }
}
