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
internal static partial class SegmentInfosFormat
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

    private static void WriteVersion(IndexOutput output, LuceneVersion version)
    {
        output.WriteVInt32(version.Major);
        output.WriteVInt32(version.Minor);
        output.WriteVInt32(version.Bugfix);
    }
}
