using System.IO;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Codecs;

/// <summary>The segments_N file: one commit.</summary>
/// <remarks>
/// Index header "segments", version 10 (7 to 10 are read), the commit's id, suffix N in base 36; writing version; creating
/// major version; i64 change counter; VLong next segment number; i32 number of segments; oldest segment version; the
/// segments; user data map; footer. A commit is made in two phases: <see cref="WritePending"/>, then the caller makes all
/// files of all segments durable, then <see cref="FinishCommit"/>, or <see cref="Rollback"/>.
/// </remarks>
internal static class SegmentInfosFormat
{
    /// <summary>Most documents an index can hold: 2^31 - 1 - 128.</summary>
    public const int MaxDocuments = 2147483519;

    /// <summary>The only codec whose segments are read and written.</summary>
    public const string SegmentCodec = "Lucene87";

    private const string Codec = "segments";
    private const int MinVersion = 7;
    private const int VersionWithSoftDeletes = 9;
    private const int VersionWithCommitIds = 10;
    private const int VersionWithLongCounter = 8;
    private const int Version = 10;
    private const int OldestCreatedMajor = 7;

    // Fewest bytes a segment takes: name, id, codec, two generations, count, two empty sets.
    private const int MinBytesPerSegment = 60;

    /// <summary>The highest N of all commits in a list of file names, or -1.</summary>
    public static long LatestGeneration(IEnumerable<string> fileNames)
    {
        long latest = -1;
        foreach (string name in fileNames)
        {
            if (IndexFileNames.TryParseCommit(name, out long generation))
            {
                latest = Math.Max(latest, generation);
            }
        }

        return latest;
    }

    /// <summary>Reads the current commit.</summary>
    /// <exception cref="IndexNotFoundException">There is none.</exception>
    public static SegmentInfos ReadLatest(Directory directory)
    {
        long generation = -1;
        while (true)
        {
            long latest = LatestGeneration(directory.ListAll());
            if (latest < 0)
            {
                throw new IndexNotFoundException($"There is no {IndexFileNames.Segments}_N file in {directory}.");
            }

            try
            {
                return Read(directory, IndexFileNames.Commit(latest));
            }
            catch (FileNotFoundException) when (latest != generation)
            {
                // A concurrent writer has replaced this commit and removed its files. The list is read again; only when
                // it still names the same commit is the file really missing.
                generation = latest;
            }
        }
    }

    /// <summary>Reads one commit and the .si file of each of its segments.</summary>
    public static SegmentInfos Read(Directory directory, string fileName)
    {
        if (!IndexFileNames.TryParseCommit(fileName, out long generation))
        {
            throw new ArgumentException($"\"{fileName}\" is not the name of a commit.", nameof(fileName));
        }

        IndexInput input = CodecUtil.OpenChecked(directory, fileName);
        int format = CodecUtil.CheckHeader(input, Codec, MinVersion, Version);
        byte[] commitId = input.ReadSpan(CodecUtil.IdLength).ToArray();
        CodecUtil.CheckSuffix(input, IndexFileNames.ToBase36(generation));
        LuceneVersion writtenBy = ReadVersion(input);
        int createdMajor = ReadCreatedMajor(input, writtenBy);
        long version = input.ReadInt64();
        long counterAt = input.Position;
        long counter = format >= VersionWithLongCounter ? input.ReadVInt64() : input.ReadInt32();
        if (counter < 0)
        {
            throw input.Corrupt(counterAt, "a segment counter of at least 0", $"{counter}");
        }

        SegmentInfos infos = new()
        {
            Generation = generation,
            CommitId = commitId,
            LuceneVersion = writtenBy,
            CreatedMajor = createdMajor,
            Version = version,
            Counter = counter,
            Segments = ReadSegments(directory, input, format, createdMajor),
            UserData = input.ReadStringMap(),
        };
        CodecUtil.CheckAtFooter(input);
        return infos;
    }

    /// <summary>Writes and flushes <c>pending_segments_N</c>: the first phase of a commit.</summary>
    /// <param name="directory">The index directory.</param>
    /// <param name="infos">The commit; its <see cref="SegmentInfos.Generation"/> is not looked at.</param>
    /// <param name="generation">N: greater than that of every commit and pending commit in the directory.</param>
    /// <returns>The commit with its generation set.</returns>
    /// <remarks>When it fails, the pending file is removed.</remarks>
    public static SegmentInfos WritePending(Directory directory, SegmentInfos infos, long generation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        directory.SyncMetadata();
        string fileName = IndexFileNames.PendingCommit(generation);
        bool done = false;
        using (IndexOutput output = directory.CreateOutput(fileName))
        {
            try
            {
                WriteBody(output, infos, generation);
                done = true;
            }
            finally
            {
                if (!done)
                {
                    output.Dispose();
                    directory.DeleteFile(fileName);
                }
            }
        }

        try
        {
            directory.Sync([fileName]);
        }
        catch
        {
            directory.DeleteFile(fileName);
            throw;
        }

        return infos with { Generation = generation };
    }

    /// <summary>Makes a pending commit visible and durable: the second phase.</summary>
    /// <remarks>When it fails, neither name is left behind and the commit did not happen.</remarks>
    public static void FinishCommit(Directory directory, long generation)
    {
        string pending = IndexFileNames.PendingCommit(generation);
        string commit = IndexFileNames.Commit(generation);
        bool renamed = false;
        try
        {
            directory.Rename(pending, commit);
            renamed = true;
            directory.SyncMetadata();
        }
        catch
        {
            DeleteIfPresent(directory, renamed ? commit : pending);
            throw;
        }
    }

    /// <summary>Gives a pending commit up.</summary>
    public static void Rollback(Directory directory, long generation) =>
        DeleteIfPresent(directory, IndexFileNames.PendingCommit(generation));

    private static void DeleteIfPresent(Directory directory, string fileName)
    {
        try
        {
            directory.DeleteFile(fileName);
        }
        catch (IOException)
        {
            // Nothing depends on the file: a later writer removes what is left.
        }
    }

    private static void WriteBody(IndexOutput output, SegmentInfos infos, long generation)
    {
        CodecUtil.WriteIndexHeader(output, Codec, Version, infos.CommitId, IndexFileNames.ToBase36(generation));
        WriteVersion(output, LuceneVersion.Current);
        output.WriteVInt32(infos.CreatedMajor);
        output.WriteInt64(infos.Version);
        output.WriteVInt64(infos.Counter);
        output.WriteInt32(infos.Segments.Count);
        if (infos.Segments.Count > 0)
        {
            WriteVersion(output, infos.Segments.Min(segment => segment.SegmentInfo.Version));
        }

        foreach (SegmentCommitInfo segment in infos.Segments)
        {
            WriteSegment(output, segment);
        }

        output.WriteStringMap(infos.UserData);
        CodecUtil.WriteFooter(output);
    }

    private static void WriteSegment(IndexOutput output, SegmentCommitInfo segment)
    {
        if (segment.DeletedCount < 0 || segment.DeletedCount > segment.MaxDoc
            || (segment.DeletedCount > 0 && !segment.HasDeletions))
        {
            throw new ArgumentException(
                $"{segment.Name} has {segment.DeletedCount} deleted of {segment.MaxDoc} documents at generation "
                + $"{segment.DeletionGeneration}.",
                nameof(segment));
        }

        if (segment.FieldInfosGeneration != -1 || segment.DocValuesGeneration != -1 || segment.SoftDeletedCount != 0)
        {
            throw new UnsupportedIndexFeatureException(segment.Name, "soft deletes or updates");
        }

        output.WriteString(segment.Name);
        output.WriteBytes(segment.SegmentInfo.Id);
        output.WriteString(SegmentCodec);
        output.WriteInt64(segment.DeletionGeneration);
        output.WriteInt32(segment.DeletedCount);
        output.WriteInt64(-1);
        output.WriteInt64(-1);
        output.WriteInt32(0);
        output.WriteByte(1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(segment.CommitId.Length, CodecUtil.IdLength, nameof(segment));
        output.WriteBytes(segment.CommitId);
        output.WriteVInt32(0);
        output.WriteInt32(0);
    }

    private static List<SegmentCommitInfo> ReadSegments(Directory directory, IndexInput input, int format, int createdMajor)
    {
        long at = input.Position;
        int count = input.ReadInt32();
        if (count < 0 || (long)count * MinBytesPerSegment > input.Length - input.Position)
        {
            throw input.Corrupt(at, "a number of segments that fits into the file", $"{count}");
        }

        LuceneVersion oldest = count > 0 ? ReadVersion(input) : default;
        List<SegmentCommitInfo> segments = new(count);
        HashSet<string> names = new(StringComparer.Ordinal);
        long documents = 0;
        for (int i = 0; i < count; i++)
        {
            at = input.Position;
            SegmentCommitInfo segment = ReadSegment(directory, input, format);
            SegmentInfo info = segment.SegmentInfo;
            documents += info.MaxDoc;
            if (info.Version < oldest || info.Version.Major < createdMajor || info.MinVersion.Major < createdMajor)
            {
                throw input.Corrupt(at, $"segments of at least {oldest}, created by {createdMajor}", $"{info.Version}");
            }

            if (!names.Add(info.Name) || documents > MaxDocuments)
            {
                throw input.Corrupt(
                    at, $"distinct segments of at most {MaxDocuments} documents", $"{info.Name} with {documents} in all");
            }

            segments.Add(segment);
        }

        return segments;
    }

    private static SegmentCommitInfo ReadSegment(Directory directory, IndexInput input, int format)
    {
        long at = input.Position;
        string name = input.ReadString();
        if (name.Length < 2 || name[0] != '_' || !IndexFileNames.IsSegmentFile(name + ".")
            || name.IndexOf('_', 1) >= 0)
        {
            throw input.Corrupt(at, "a segment name: underscore and a number in base 36", $"{name.Length} other characters");
        }

        byte[] id = input.ReadSpan(CodecUtil.IdLength).ToArray();
        string codec = input.ReadString();
        if (!string.Equals(codec, SegmentCodec, StringComparison.Ordinal))
        {
            throw new UnsupportedIndexFeatureException(
                input.Name, $"a segment ({name}) of another codec than {SegmentCodec} (\"{CodecUtil.Printable(codec)}\")");
        }

        SegmentInfo info = SegmentInfoFormat.Read(directory, name, id);
        long deletionAt = input.Position;
        long deletionGeneration = input.ReadInt64();
        int deletedCount = input.ReadInt32();
        if (deletionGeneration is not (-1 or > 0) || deletedCount < 0 || deletedCount > info.MaxDoc
            || (deletionGeneration == -1 && deletedCount > 0))
        {
            throw input.Corrupt(
                deletionAt, $"0 to {info.MaxDoc} deleted documents", $"{deletedCount} at generation {deletionGeneration}");
        }

        long fieldInfosGeneration = input.ReadInt64();
        long docValuesGeneration = input.ReadInt64();
        int softDeleted = format >= VersionWithSoftDeletes ? input.ReadInt32() : 0;
        byte[] commitId = format >= VersionWithCommitIds ? ReadCommitId(input) : [];
        int fieldInfosFiles = input.ReadStringSet().Count;
        int updates = input.ReadInt32();
        if (softDeleted != 0)
        {
            throw new UnsupportedIndexFeatureException(input.Name, $"soft deletes ({softDeleted} in segment {name})");
        }

        if (fieldInfosGeneration != -1 || docValuesGeneration != -1 || fieldInfosFiles != 0 || updates != 0)
        {
            throw new UnsupportedIndexFeatureException(input.Name, $"doc values updates (in segment {name})");
        }

        return new SegmentCommitInfo
        {
            SegmentInfo = info,
            DeletionGeneration = deletionGeneration,
            DeletedCount = deletedCount,
            CommitId = commitId,
        };
    }

    private static byte[] ReadCommitId(IndexInput input)
    {
        byte marker = input.ReadByte();
        return marker switch
        {
            0 => [],
            1 => input.ReadSpan(CodecUtil.IdLength).ToArray(),
            _ => throw input.Corrupt(input.Position - 1, "0 or 1: whether an id follows", $"{marker}"),
        };
    }

    private static int ReadCreatedMajor(IndexInput input, LuceneVersion writtenBy)
    {
        long at = input.Position;
        int major = input.ReadVInt32();
        if (major > writtenBy.Major)
        {
            throw input.Corrupt(at, $"a creating major version of at most {writtenBy.Major}", $"{major}");
        }

        return major >= OldestCreatedMajor && major <= LuceneVersion.Current.Major
            ? major
            : throw new IndexFormatVersionException(input.Name, major, OldestCreatedMajor, LuceneVersion.Current.Major);
    }

    private static void WriteVersion(IndexOutput output, LuceneVersion version)
    {
        output.WriteVInt32(version.Major);
        output.WriteVInt32(version.Minor);
        output.WriteVInt32(version.Bugfix);
    }

    private static LuceneVersion ReadVersion(IndexInput input) => new(
        input.ReadNonNegativeVInt32("a major version"),
        input.ReadNonNegativeVInt32("a minor version"),
        input.ReadNonNegativeVInt32("a bugfix version"));
}
