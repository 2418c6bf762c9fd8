using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs;

/// <summary>One commit: the list of segments in document order. Immutable.</summary>
internal sealed record SegmentInfos
{
    /// <summary>N of <c>segments_N</c>, or -1 when the list was never committed.</summary>
    public long Generation { get; init; } = -1;

    /// <summary>16 random bytes, fresh for every commit.</summary>
    public required byte[] CommitId { get; init; }

    /// <summary>Change counter; larger in every new commit.</summary>
    public long Version { get; init; }

    /// <summary>Number of the next segment name; greater than the number of every segment.</summary>
    public long Counter { get; init; }

    /// <summary>Major version that created the index; never changes after the first commit.</summary>
    public int CreatedMajor { get; init; } = LuceneVersion.Current.Major;

    /// <summary>Version of the software that wrote the commit.</summary>
    public LuceneVersion LuceneVersion { get; init; } = LuceneVersion.Current;

    /// <summary>What the user stored with the commit.</summary>
    public IReadOnlyDictionary<string, string> UserData { get; init; } = new Dictionary<string, string>();

    /// <summary>The segments in document order.</summary>
    public IReadOnlyList<SegmentCommitInfo> Segments { get; init; } = [];

    /// <summary>Number of documents of all segments, deleted ones included.</summary>
    public long TotalMaxDoc => Segments.Sum(segment => (long)segment.MaxDoc);

    /// <summary>Names of all files of all segments, and of the commit itself when it was written.</summary>
    public HashSet<string> GetFiles(bool includeCommit)
    {
        HashSet<string> files = new(StringComparer.Ordinal);
        foreach (SegmentCommitInfo segment in Segments)
        {
            files.UnionWith(segment.Files);
        }

        if (includeCommit && Generation >= 0)
        {
            files.Add(IndexFileNames.Commit(Generation));
        }

        return files;
    }
}
