using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Codecs.Norms;
using ScoSearch.Lucene.Codecs.StoredFields;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using ScoSearch.Lucene.Tests.Codecs.StoredFields;

namespace ScoSearch.Lucene.Tests.Codecs;

/// <summary>A small index with one file of every kind but postings, and a walk that reads all of it.</summary>
internal static class SmallIndex
{
    private const int MaxDoc = 5;

    private static readonly FieldInfo Text = new() { Name = "text", Number = 0, IndexOptions = IndexOptions.DocsAndFreqs };

    /// <summary>Writes the index.</summary>
    public static ByteBuffersDirectory Write(StoredFieldsMode mode, bool compound)
    {
        ByteBuffersDirectory directory = new();
        FieldInfo[] columns =
        [
            Column(1, DocValuesType.Numeric), Column(2, DocValuesType.Binary), Column(3, DocValuesType.Sorted),
            Column(4, DocValuesType.SortedSet), Column(5, DocValuesType.SortedNumeric), Column(6, DocValuesType.Numeric),
            Column(7, DocValuesType.Binary) with
            {
                Attributes = new Dictionary<string, string> { ["Lucene80DocValuesFormat.mode"] = "BEST_COMPRESSION" },
            },
        ];
        FieldInfos fields = new([Text, .. columns.Select(FieldInfosFormat.WithFormatAttributes)]);
        SegmentWriteState state = new(directory, "_0", HexFiles.SegmentId, MaxDoc, fields);
        FieldInfosFormat.Write(directory, "_0", state.SegmentId, fields);
        WriteStored(state, mode);
        WriteColumns(state, [.. fields]);
        string[] members = directory.ListAll();
        SegmentInfo segment = SegmentInfosFormatTests.NewSegment(directory) with
        {
            MaxDoc = MaxDoc,
            IsCompound = compound,
            Attributes = new Dictionary<string, string>
            {
                [StoredFieldsFormat.ModeAttribute] = StoredFieldsFormat.ModeName(mode),
            },
        };
        string[] files = compound ? CompoundFormat.Write(directory, segment, members) : members;
        if (compound)
        {
            Array.ForEach(members, directory.DeleteFile);
        }

        segment = segment with { Files = [.. files, "_0.si"] };
        SegmentInfoFormat.Write(segment);
        SegmentCommitInfo commit = new()
        {
            SegmentInfo = segment,
            CommitId = new byte[16],
            DeletionGeneration = 1,
            DeletedCount = 2,
        };
        LiveDocsFormat.Write(directory, commit, new LiveDocs([0b10101], MaxDoc));
        SegmentInfos infos = new() { CommitId = new byte[16], Version = 3, Counter = 1, Segments = [commit] };
        SegmentInfosFormat.WritePending(directory, infos, 1);
        SegmentInfosFormat.FinishCommit(directory, 1);
        return directory;
    }

    /// <summary>Opens everything, then verifies all checksums, then reads every value.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="verify">False leaves the verification of whole files out, so that damaged data is really read.</param>
    public static List<string> Read(Lucene.Store.Directory directory, bool verify)
    {
        SegmentInfos infos = SegmentInfosFormat.ReadLatest(directory);
        SegmentCommitInfo commit = infos.Segments[0];
        SegmentInfo segment = commit.SegmentInfo;
        LiveDocs? live = LiveDocsFormat.Read(directory, commit);
        Lucene.Store.Directory files = CompoundFormat.OpenFiles(segment);
        FieldInfos fields = FieldInfosFormat.Read(files, segment.Name, segment.Id);
        SegmentReadState state = new(files, segment.Name, segment.Id, segment.MaxDoc, fields);
        StoredFieldsReader stored = new(state, StoredFieldsFormat.ModeOf(segment));
        NormsReader norms = new(state);
        DocValuesReader columns = new(state);
        if (verify)
        {
            (files as CompoundDirectory)?.CheckIntegrity();
            stored.CheckIntegrity();
            norms.CheckIntegrity();
            columns.CheckIntegrity();
        }

        List<string> values = [$"{segment.MaxDoc} {live!.LiveCount}"];
        RecordingVisitor visitor = new();
        for (int docId = 0; docId < segment.MaxDoc; docId++)
        {
            stored.Visit(docId, visitor);
        }

        values.AddRange(visitor.Values);
        foreach (FieldInfo field in fields)
        {
            DocValuesDump.Add(values, norms, columns, field);
        }

        return values;
    }

    private static FieldInfo Column(int number, DocValuesType type) =>
        new() { Name = $"f{number}", Number = number, DocValuesType = type };

    private static void WriteStored(SegmentWriteState state, StoredFieldsMode mode)
    {
        using StoredFieldsWriter writer = new(state.Directory, "_0", state.SegmentId, mode);
        for (int i = 0; i < MaxDoc; i++)
        {
            writer.StartDocument();
            writer.WriteString(0, new string('中', 40 * i) + "text text text");
            writer.WriteInt32(1, -i);
            writer.WriteInt64(1, 86400000L * i);
            writer.WriteSingle(1, 1.5f * i);
            writer.WriteDouble(1, 0.1 * i);
            writer.WriteBytes(2, [1, 2, 3]);
            writer.FinishDocument();
        }

        writer.Finish(MaxDoc);
    }

    private static void WriteColumns(SegmentWriteState state, FieldInfo[] fields)
    {
        using NormsWriter norms = new(state);
        norms.WriteField(fields[0], [0, 2, 3], (ReadOnlySpan<sbyte>)[1, 2, 3]);
        norms.Finish();
        using DocValuesWriter writer = new(state);
        writer.WriteNumeric(fields[1], [0, 1, 4], [7, 1000, -3]);
        writer.WriteBinary(fields[2], [], [0, 1, 3, 3, 6, 6], "xxyxyz"u8);
        writer.WriteSorted(fields[3], [1, 2], [1, 0], new SortedTerms("aab"u8, [0, 1, 3]));
        writer.WriteSortedSet(fields[4], [0, 3], [0, 2, 3], [0, 1, 1], new SortedTerms("aab"u8, [0, 1, 3]));
        writer.WriteSortedNumeric(fields[5], [], [0, 1, 2, 4, 5, 6], [5, 1, 2, 2, 9, 1L << 40]);
        writer.WriteNumeric(fields[6], [], [3, 3, 3, 3, 3]);
        writer.WriteBinary(fields[7], [2, 3], [0, 20, 40], "abcabcabcabcabcabcababcabcabcabcabcabcab"u8);
        writer.Finish();
    }
}
