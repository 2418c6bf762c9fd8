using System.IO;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Codecs;

/// <content>Reading a commit.</content>
internal static partial class SegmentInfosFormat
{
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

    private static LuceneVersion ReadVersion(IndexInput input) => new(
        input.ReadNonNegativeVInt32("a major version"),
        input.ReadNonNegativeVInt32("a minor version"),
        input.ReadNonNegativeVInt32("a bugfix version"));
}
