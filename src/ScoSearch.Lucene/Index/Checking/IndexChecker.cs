using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Store;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Index.Checking;

/// <summary>Reads the last commit of an index from end to end and reports everything that is wrong with it.</summary>
/// <remarks>
/// Checked are: the checksums of all files; ids, versions, names and counters of the list of segments; live documents
/// against their count; every stored
/// document; order, statistics, positions, offsets, payloads, jumps and score bounds of all postings; norms against
/// postings; order, ranges and completeness of all doc values.
/// </remarks>
public static class IndexChecker
{
    /// <summary>Checks an index. Cost: reads everything, and the postings more than once.</summary>
    /// <param name="directory">Where the index is; nothing is changed, no lock is taken.</param>
    /// <param name="cancellation">Ends the check between terms and documents.</param>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    public static IndexCheckReport Check(Directory directory, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return CheckRead(directory, () => SegmentInfosFormat.ReadLatest(directory), cancellation);
    }

    /// <summary>Checks one commit of an index.</summary>
    internal static IndexCheckReport CheckCommit(Directory directory, long generation, CancellationToken cancellation) =>
        CheckRead(directory, () => SegmentInfosFormat.Read(directory, IndexFileNames.Commit(generation)), cancellation);

    private static IndexCheckReport CheckRead(Directory directory, Func<SegmentInfos> read, CancellationToken cancellation)
    {
        List<IndexProblem> problems = [];
        List<SegmentStatistics> statistics = [];
        SegmentInfos infos;
        try
        {
            infos = read();
        }
        catch (Exception e) when (e is not IndexNotFoundException and not OutOfMemoryException)
        {
            CorruptIndexException? damage = e as CorruptIndexException;
            problems.Add(new IndexProblem(null, "segments", damage?.File, damage?.Offset ?? -1, e.Message));
            return new IndexCheckReport(-1, statistics, problems);
        }

        CheckLog log = new(null, problems, cancellation);
        log.Run("segments", () => CheckList(infos, log));
        foreach (SegmentCommitInfo info in infos.Segments)
        {
            if (CheckSegment(directory, info, new CheckLog(info.Name, problems, cancellation)) is SegmentStatistics counted)
            {
                statistics.Add(counted);
            }
        }

        return new IndexCheckReport(infos.Generation, statistics, problems);
    }

    private static void CheckList(SegmentInfos infos, CheckLog log)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (SegmentCommitInfo info in infos.Segments)
        {
            log.Require(names.Add(info.Name), () => $"segment {info.Name} is listed twice");
            log.Require(
                !IndexFileNames.TryParseSegmentCounter(info.Name + ".si", out long counter) || counter < infos.Counter,
                () => $"the counter {infos.Counter} is not above the number of segment {info.Name}");
            log.Require(info.MaxDoc > 0, () => $"segment {info.Name} has no documents");
        }

        log.Require(
            infos.TotalMaxDoc <= SegmentInfosFormat.MaxDocuments,
            () => $"{infos.TotalMaxDoc} documents; the limit is {SegmentInfosFormat.MaxDocuments}");
    }

    private static SegmentStatistics? CheckSegment(Directory directory, SegmentCommitInfo info, CheckLog log)
    {
        long size = 0;
        log.Run("files", () =>
        {
            foreach (string file in info.Files)
            {
                size += directory.FileLength(file);
                CodecUtil.VerifyChecksum(directory.OpenInput(file));
            }
        });
        SegmentCore? core = null;
        LiveDocs? live = null;
        bool opened = log.Run("open", () => core = SegmentCore.Open(info.SegmentInfo));
        opened &= log.Run("live docs", () => live = LiveDocsFormat.Read(directory, info));
        if (!opened || core is null)
        {
            return null;
        }

        SegmentReader reader = new(core, info, live);
        log.Run("checksums", reader.CheckIntegrity);
        StoredFieldsCounter stored = new();
        log.Run("stored fields", () =>
        {
            for (int docId = 0; docId < reader.MaxDoc; docId++)
            {
                log.ThrowIfCancelled();
                reader.VisitStoredFields(docId, stored);
            }
        });
        PostingsChecker postings = new(reader, log);
        DocValuesChecker values = new(reader, log);
        foreach (FieldInfo field in reader.FieldInfos)
        {
            log.Run($"postings of \"{field.Name}\"", () => postings.Check(field));
            log.Run($"doc values of \"{field.Name}\"", () => values.Check(field));
        }

        return new SegmentStatistics(
            info.Name, info.MaxDoc, info.DeletedCount, size, info.SegmentInfo.IsCompound, reader.FieldInfos.Count,
            postings.TermCount, postings.PostingCount, postings.OccurrenceCount, stored.Count, values.Count);
    }

    private sealed class StoredFieldsCounter : StoredFieldVisitor
    {
        public long Count { get; private set; }

        public override StoredFieldAction Decide(FieldInfo field)
        {
            Count++;
            return StoredFieldAction.Read;
        }
    }
}
