using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Store;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Index;

/// <summary>A snapshot of an index: of one commit, or of a writer's state before the commit. Thread-safe; never
/// changes.</summary>
public sealed class DirectoryReader : IndexReader
{
    private readonly LeafReaderContext[] _leaves;
    private readonly IndexWriter? _writer;

    private DirectoryReader(
        Directory directory,
        SegmentInfos infos,
        IReadOnlyList<SegmentReader> segments,
        IndexWriter? writer,
        long changes)
    {
        Directory = directory;
        Infos = infos;
        _writer = writer;
        WriterChanges = changes;
        _leaves = new LeafReaderContext[segments.Count];
        int docBase = 0;
        for (int i = 0; i < _leaves.Length; i++)
        {
            _leaves[i] = new LeafReaderContext(segments[i], i, docBase);
            docBase = checked(docBase + segments[i].MaxDoc);
            NumDocs += segments[i].NumDocs;
        }

        MaxDoc = docBase;
    }

    /// <summary>Where the index is.</summary>
    public Directory Directory { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<LeafReaderContext> Leaves => _leaves;

    /// <inheritdoc/>
    public override int MaxDoc { get; }

    /// <inheritdoc/>
    public override int NumDocs { get; }

    /// <summary>Change counter of the index at the time of the snapshot; different for different states.</summary>
    public long Version => Infos.Version;

    /// <summary>N of the commit's <c>segments_N</c>; for a reader of a writer, of the commit it continued, or
    /// -1.</summary>
    public long Generation => Infos.Generation;

    /// <summary>What was stored with the commit.</summary>
    public IReadOnlyDictionary<string, string> CommitUserData => Infos.UserData;

    internal SegmentInfos Infos { get; }

    /// <summary>The writer's change counter at the time of the snapshot; without meaning for a reader of a
    /// commit.</summary>
    internal long WriterChanges { get; }

    /// <summary>Opens the last commit.</summary>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    public static DirectoryReader Open(Directory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return OpenLatest(directory, null);
    }

    /// <summary>Opens a snapshot of a writer: everything added and deleted so far, committed or not.</summary>
    public static DirectoryReader Open(IndexWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer.GetReader();
    }

    /// <summary>Opens the index as it is now, sharing unchanged segments with an older reader.</summary>
    /// <param name="old">Stays open; it is still to be disposed by its owner.</param>
    /// <returns>A new reader, or null when nothing changed.</returns>
    public static DirectoryReader? OpenIfChanged(DirectoryReader old)
    {
        ArgumentNullException.ThrowIfNull(old);
        old.EnsureOpen();
        if (old.IsCurrent())
        {
            return null;
        }

        return old._writer is IndexWriter { IsOpen: true } writer ? writer.GetReader() : OpenLatest(old.Directory, old);
    }

    /// <summary>True when the index has not changed since this snapshot.</summary>
    public bool IsCurrent()
    {
        EnsureOpen();
        if (_writer is { IsOpen: true })
        {
            return _writer.IsUnchangedSince(this);
        }

        return SegmentInfosFormat.LatestGeneration(Directory.ListAll()) == Infos.Generation && _writer is null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{_leaves.Length} segments, {NumDocs} of {MaxDoc} documents live, version {Version}";

    /// <summary>A snapshot of a writer.</summary>
    internal static DirectoryReader Create(
        Directory directory, SegmentInfos infos, IReadOnlyList<SegmentReader> segments, IndexWriter writer, long changes) =>
        new(directory, infos, segments, writer, changes);

    /// <inheritdoc/>
    protected override void Close()
    {
        // Mapped files stay valid as long as a cursor can reach them, and go with the last one.
    }

    private static DirectoryReader OpenLatest(Directory directory, DirectoryReader? old)
    {
        long failed = -1;
        while (true)
        {
            SegmentInfos infos = SegmentInfosFormat.ReadLatest(directory);
            try
            {
                return new DirectoryReader(directory, infos, OpenSegments(directory, infos, old), null, 0);
            }
            catch (System.IO.FileNotFoundException) when (infos.Generation != failed)
            {
                // A writer may have replaced this commit while its segments were being opened; a file missing from the
                // same commit twice is really missing.
                failed = infos.Generation;
            }
        }
    }

    private static List<SegmentReader> OpenSegments(Directory directory, SegmentInfos infos, DirectoryReader? old)
    {
        Dictionary<string, SegmentReader> known = new(StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in old?._leaves ?? [])
        {
            SegmentReader reader = (SegmentReader)leaf.Reader;
            known.Add(reader.SegmentName, reader);
        }

        List<SegmentReader> readers = new(infos.Segments.Count);
        foreach (SegmentCommitInfo info in infos.Segments)
        {
            readers.Add(OpenSegment(directory, info, known.GetValueOrDefault(info.Name)));
        }

        return readers;
    }

    private static SegmentReader OpenSegment(Directory directory, SegmentCommitInfo info, SegmentReader? known)
    {
        if (known is null || !known.Core.Info.Id.AsSpan().SequenceEqual(info.SegmentInfo.Id))
        {
            return new SegmentReader(SegmentCore.Open(info.SegmentInfo), info, LiveDocsFormat.Read(directory, info));
        }

        // The generation names the file; a reader of a writer may carry deletions that no file has, so its count is
        // compared as well.
        bool sameDeletions = known.CommitInfo.DeletionGeneration == info.DeletionGeneration
            && known.MaxDoc - known.NumDocs == info.DeletedCount;
        return sameDeletions ? known : new SegmentReader(known.Core, info, LiveDocsFormat.Read(directory, info));
    }
}
