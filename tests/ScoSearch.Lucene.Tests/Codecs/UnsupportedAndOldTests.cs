using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs;

/// <summary>Old versions that are read, and sound files that are refused with a reason.</summary>
public sealed class UnsupportedAndOldTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public void Commit_OldVersions_AreRead(int version)
    {
        using ByteBuffersDirectory directory = new();
        SegmentInfoFormat.Write(SegmentInfosFormatTests.NewSegment(directory));
        WriteCommit(directory, version);

        SegmentInfos infos = SegmentInfosFormat.ReadLatest(directory);

        Assert.Equal((5L, 1L, 2), (infos.Counter, infos.Segments[0].DeletionGeneration, infos.Segments[0].DeletedCount));
        Assert.Equal(version >= 10 ? 16 : 0, infos.Segments[0].CommitId.Length);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(11)]
    public void Commit_OtherVersions_AreRefused(int version)
    {
        using ByteBuffersDirectory directory = new();
        WriteCommit(directory, version);

        Assert.Throws<IndexFormatVersionException>(() => SegmentInfosFormat.ReadLatest(directory));
    }

    [Theory]
    [InlineData("Lucene84", 0, -1L, -1L, "codec")]
    [InlineData("Lucene87", 1, -1L, -1L, "soft deletes")]
    [InlineData("Lucene87", 0, 1L, -1L, "updates")]
    [InlineData("Lucene87", 0, -1L, 1L, "updates")]
    public void Commit_UnusedFeatures_AreRefusedByName(
        string codec, int softDeletes, long fieldInfosGeneration, long docValuesGeneration, string named)
    {
        using ByteBuffersDirectory directory = new();
        SegmentInfoFormat.Write(SegmentInfosFormatTests.NewSegment(directory));
        WriteCommit(directory, 10, codec, softDeletes, fieldInfosGeneration, docValuesGeneration);

        UnsupportedIndexFeatureException e =
            Assert.Throws<UnsupportedIndexFeatureException>(() => SegmentInfosFormat.ReadLatest(directory));
        Assert.Contains(named, e.Message, StringComparison.Ordinal);
        Assert.Equal("segments_1", e.File);
    }

    [Fact]
    public void SegmentInfo_IndexSort_IsRefusedByName()
    {
        using ByteBuffersDirectory directory = new();
        SegmentInfo segment = SegmentInfosFormatTests.NewSegment(directory);
        SegmentInfoFormat.Write(segment);
        byte[] bytes = HexFiles.Read(directory, "_0.si");
        directory.DeleteFile("_0.si");
        using (IndexOutput output = directory.CreateOutput("_0.si"))
        {
            output.WriteBytes(bytes.AsSpan(0, bytes.Length - 17));
            output.WriteVInt32(1);
            output.WriteString("SortField");
            CodecUtil.WriteFooter(output);
        }

        UnsupportedIndexFeatureException e = Assert.Throws<UnsupportedIndexFeatureException>(
            () => SegmentInfoFormat.Read(directory, "_0", segment.Id));
        Assert.Contains("index sorting", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FieldInfos_SoftDeletesField_IsRefusedByName()
    {
        using ByteBuffersDirectory directory = new();
        FieldInfos fields = new([new FieldInfo { Name = "gone", Number = 0, IsSoftDeletesField = true }]);
        FieldInfosFormat.Write(directory, "_0", HexFiles.SegmentId, fields);

        UnsupportedIndexFeatureException e = Assert.Throws<UnsupportedIndexFeatureException>(
            () => FieldInfosFormat.Read(directory, "_0", HexFiles.SegmentId));
        Assert.Contains("soft deletes", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 4, 4)]
    [InlineData(1, 4, 4)]
    [InlineData(2, 4, 2)]
    public void FieldInfos_PointsOfAllVersions_AreParsed(int version, int dimensions, int indexDimensions)
    {
        using ByteBuffersDirectory directory = new();
        using (IndexOutput output = directory.CreateOutput("_0.fnm"))
        {
            CodecUtil.WriteIndexHeader(output, "Lucene60FieldInfos", version, HexFiles.SegmentId, "");
            output.WriteVInt32(1);
            output.WriteString("point");
            output.WriteVInt32(3);
            output.WriteBytes([0, 0, 0]);
            output.WriteInt64(-1);
            output.WriteVInt32(0);
            output.WriteVInt32(dimensions);
            if (version >= 2)
            {
                output.WriteVInt32(indexDimensions);
            }

            output.WriteVInt32(8);
            CodecUtil.WriteFooter(output);
        }

        FieldInfo field = FieldInfosFormat.Read(directory, "_0", HexFiles.SegmentId).Single();

        Assert.Equal(
            (dimensions, indexDimensions, 8),
            (field.PointDimensionCount, field.PointIndexDimensionCount, field.PointNumBytes));
    }

    [Theory]
    [InlineData("_0.fdt", true, "_0", ".fdt", 0L)]
    [InlineData("_0_Lucene84_0.pos", true, "_0", "_Lucene84_0.pos", 0L)]
    [InlineData("_1a_z.liv", true, "_1a", "_z.liv", 35L)]
    [InlineData("_0_Lucene80_0_2.dvd", true, "_0", "_Lucene80_0_2.dvd", 2L)]
    [InlineData("write.lock", false, "write", ".lock", 0L)]
    public void FileNames_AreTakenApart(string name, bool isIndexFile, string segment, string rest, long generation)
    {
        Assert.Equal(isIndexFile, IndexFileNames.IsIndexFile(name));
        Assert.Equal(segment, IndexFileNames.SegmentNameOf(name));
        Assert.Equal(rest, IndexFileNames.StripSegmentName(name));
        Assert.Equal(generation, isIndexFile ? IndexFileNames.ParseFileGeneration(name) : 0);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(35, "z")]
    [InlineData(36, "10")]
    [InlineData(long.MaxValue, "1y2p0ij32e8e7")]
    public void Base36_BothWays(long value, string text)
    {
        Assert.Equal(text, IndexFileNames.ToBase36(value));
        Assert.True(IndexFileNames.TryParseBase36(text, out long parsed) && parsed == value);
        Assert.False(IndexFileNames.TryParseBase36("1y2p0ij32e8e8", out _));
        Assert.False(IndexFileNames.TryParseBase36("A", out _));
    }

    private static void WriteCommit(
        ByteBuffersDirectory directory,
        int version,
        string codec = "Lucene87",
        int softDeletes = 0,
        long fieldInfosGeneration = -1,
        long docValuesGeneration = -1)
    {
        using IndexOutput output = directory.CreateOutput("segments_1");
        CodecUtil.WriteIndexHeader(output, "segments", version, new byte[16], "1");
        output.WriteBytes([8, 8, 1, 8]);
        output.WriteInt64(9);
        if (version > 7)
        {
            output.WriteVInt64(5);
        }
        else
        {
            output.WriteInt32(5);
        }

        output.WriteInt32(1);
        output.WriteBytes([8, 8, 1]);
        output.WriteString("_0");
        output.WriteBytes(HexFiles.SegmentId);
        output.WriteString(codec);
        output.WriteInt64(1);
        output.WriteInt32(2);
        output.WriteInt64(fieldInfosGeneration);
        output.WriteInt64(docValuesGeneration);
        if (version > 8)
        {
            output.WriteInt32(softDeletes);
        }

        if (version > 9)
        {
            output.WriteByte(1);
            output.WriteBytes(new byte[16]);
        }

        output.WriteVInt32(0);
        output.WriteInt32(0);
        output.WriteVInt32(0);
        CodecUtil.WriteFooter(output);
    }
}
