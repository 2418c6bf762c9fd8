using ScoSearch.Lucene.Codecs;

namespace ScoSearch.Lucene.Index.Writing;

/// <summary>A segment in a writer's list: as the last commit knows it, and what changed since. Guarded by the writer's
/// state lock.</summary>
internal sealed class SegmentState
{
    private SegmentReader? _reader;

    /// <param name="info">The segment as written.</param>
    /// <param name="liveDocs">Its live documents; null when all are.</param>
    /// <param name="hasUnwrittenDeletes">True when <paramref name="liveDocs"/> is not in a file yet.</param>
    /// <param name="nextDeletionGeneration">Greater than any generation of a .liv file of the segment that ever
    /// was.</param>
    public SegmentState(
        SegmentCommitInfo info, LiveDocs? liveDocs, bool hasUnwrittenDeletes, long nextDeletionGeneration)
    {
        Info = info;
        LiveDocs = liveDocs;
        HasUnwrittenDeletes = hasUnwrittenDeletes;
        NextDeletionGeneration = nextDeletionGeneration;
    }

    /// <summary>The segment and its deletions as written to disk.</summary>
    public SegmentCommitInfo Info { get; private set; }

    /// <summary>Live documents as of now; null when all are.</summary>
    public LiveDocs? LiveDocs { get; private set; }

    /// <summary>True when the next commit must write the live documents.</summary>
    public bool HasUnwrittenDeletes { get; private set; }

    /// <summary>Generation of the next .liv file.</summary>
    public long NextDeletionGeneration { get; private set; }

    /// <summary>True while a merge reads the segment.</summary>
    public bool IsMerging { get; set; }

    public string Name => Info.Name;

    public int MaxDoc => Info.MaxDoc;

    public int LiveCount => LiveDocs?.LiveCount ?? MaxDoc;

    /// <summary>Bytes of all files.</summary>
    public long SizeInBytes { get; private set; } = -1;

    /// <summary>A reader of the segment as of now; the same one until documents are deleted.</summary>
    public SegmentReader GetReader()
    {
        if (_reader is null || !ReferenceEquals(_reader.LiveDocs, LiveDocs))
        {
            SegmentCore core = _reader?.Core ?? SegmentCore.Open(Info.SegmentInfo);
            _reader = new SegmentReader(core, Info, LiveDocs);
        }

        return _reader;
    }

    /// <summary>Bytes of all files; asked from the directory once.</summary>
    public long GetSizeInBytes()
    {
        if (SizeInBytes < 0)
        {
            SizeInBytes = Info.SegmentInfo.Files.Sum(file => Info.SegmentInfo.Directory.FileLength(file));
        }

        return SizeInBytes;
    }

    /// <summary>Deletes documents.</summary>
    /// <returns>True when one of them was live.</returns>
    public bool Delete(IReadOnlyCollection<int> docIds)
    {
        int before = LiveCount;
        if (docIds.Count == 0)
        {
            return false;
        }

        LiveDocs after = LiveDocs.WithoutDocuments(LiveDocs, MaxDoc, docIds);
        if (after.LiveCount == before)
        {
            return false;
        }

        LiveDocs = after;
        HasUnwrittenDeletes = true;
        return true;
    }

    /// <summary>Writes the live documents into a new .liv file when they changed.</summary>
    public void WriteLiveDocs(Store.Directory directory)
    {
        if (!HasUnwrittenDeletes || LiveDocs is null)
        {
            return;
        }

        // The generation is used up even when writing fails: file names are never reused.
        SegmentCommitInfo next = Info with
        {
            DeletionGeneration = NextDeletionGeneration++,
            DeletedCount = MaxDoc - LiveDocs.LiveCount,
            CommitId = SegmentFiles.NewId(),
        };
        LiveDocsFormat.Write(directory, next, LiveDocs);
        Info = next;
        HasUnwrittenDeletes = false;
    }
}
