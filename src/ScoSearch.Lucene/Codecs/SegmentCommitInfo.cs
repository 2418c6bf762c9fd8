using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs;

/// <summary>A segment as one commit sees it: the segment plus the state of its deletions. Immutable.</summary>
internal sealed record SegmentCommitInfo
{
    /// <summary>The segment.</summary>
    public required SegmentInfo SegmentInfo { get; init; }

    /// <summary>Generation of the current .liv file, at least 1, or -1 when no document is deleted.</summary>
    public long DeletionGeneration { get; init; } = -1;

    /// <summary>Number of deleted documents.</summary>
    public int DeletedCount { get; init; }

    /// <summary>Generation of updated field infos; always -1, updates are refused.</summary>
    public long FieldInfosGeneration { get; init; } = -1;

    /// <summary>Generation of updated doc values; always -1, updates are refused.</summary>
    public long DocValuesGeneration { get; init; } = -1;

    /// <summary>Number of soft-deleted documents; always 0, soft deletes are refused.</summary>
    public int SoftDeletedCount { get; init; }

    /// <summary>16 random bytes that change with every change of the deletions ("sci id"); empty in old commits.</summary>
    public required byte[] CommitId { get; init; }

    /// <summary>Name of the segment.</summary>
    public string Name => SegmentInfo.Name;

    /// <summary>Number of documents, deleted ones included.</summary>
    public int MaxDoc => SegmentInfo.MaxDoc;

    /// <summary>Number of documents that are not deleted.</summary>
    public int LiveCount => SegmentInfo.MaxDoc - DeletedCount;

    /// <summary>True when a .liv file goes with the segment.</summary>
    public bool HasDeletions => DeletionGeneration != -1;

    /// <summary>Names of all files: the write-once ones and the current .liv.</summary>
    public IReadOnlyCollection<string> Files =>
        HasDeletions
            ? [.. SegmentInfo.Files, LiveDocsFormat.FileName(Name, DeletionGeneration)]
            : SegmentInfo.Files;
}
