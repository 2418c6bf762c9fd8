using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs;

/// <summary>.si, .fnm, .liv and the compound file.</summary>
public sealed class SmallFormatsTests
{
    private const string Segment = """
        3fd76c17 13 4c7563656e6538365365676d656e74496e666f 00000000
        101112131415161718191a1b1c1d1e1f 00
        00000008 00000008 00000001
        01 00000008 00000008 00000001
        00000003 01
        00
        03 06 5f302e636665 05 5f302e7369 06 5f302e636673
        01 1f 4c7563656e65383753746f7265644669656c6473466f726d61742e6d6f6465
        0a 424553545f5350454544
        00
        c02893e8 00000000 0000000039c2c400
        """;

    private const string PostingsAttributes =
        "02 1d \"PerFieldPostingsFormat.format\" 08 \"Lucene84\" 1d \"PerFieldPostingsFormat.suffix\" 01 30";

    private const string DocValuesAttributes =
        "02 1e \"PerFieldDocValuesFormat.format\" 08 \"Lucene80\" 1e \"PerFieldDocValuesFormat.suffix\" 01 30";

    private const string Fields = "3fd76c17 12 4c7563656e6536304669656c64496e666f73 00000002"
        + "5cef787f09dfefe674629604926a9f64 00 05"
        + "02 6964  00  02 01 00  ffffffffffffffff" + PostingsAttributes + "00"
        + "04 626f6479 01  00 03 00 ffffffffffffffff" + PostingsAttributes + "00"
        + "03 6e756d 02  00 00 01 ffffffffffffffff" + DocValuesAttributes + "00"
        + "01 6e 03  00 00 00 ffffffffffffffff  00  00"
        + "03 636174 04  00 00 03 ffffffffffffffff" + DocValuesAttributes + "00"
        + "c02893e8 00000000 000000009bacfa60";

    private const string Live = """
        3fd76c17 10 4c7563656e6535304c697665446f6373 00000000   5cef787f09dfefe674629604926a9f64  01 31
        0000000000000005
        c02893e8 00000000 0000000070128b64
        """;

    [Fact]
    public void SegmentInfo_WorkedExample_ReadsAndHasTheChecksum()
    {
        using ByteBuffersDirectory directory = new();
        HexFiles.Add(directory, "_0.si", Segment);

        SegmentInfo segment = SegmentInfoFormat.Read(
            directory, "_0", Convert.FromHexString("101112131415161718191a1b1c1d1e1f"));

        Assert.Equal((3, true), (segment.MaxDoc, segment.IsCompound));
        Assert.Equal(new LuceneVersion(8, 8, 1), segment.Version);
        Assert.Equal(["_0.cfe", "_0.cfs", "_0.si"], segment.Files.Order(StringComparer.Ordinal));
        Assert.Equal("BEST_SPEED", segment.Attributes["Lucene87StoredFieldsFormat.mode"]);
    }

    [Fact]
    public void SegmentInfo_Written_ReadsBackEqual()
    {
        using ByteBuffersDirectory directory = new();
        SegmentInfo segment = SegmentInfosFormatTests.NewSegment(directory) with
        {
            MinVersion = new LuceneVersion(8, 7, 0),
            Diagnostics = new Dictionary<string, string> { ["source"] = "merge" },
        };

        SegmentInfoFormat.Write(segment);
        SegmentInfo read = SegmentInfoFormat.Read(directory, "_0", segment.Id);

        Assert.Equal(segment.MinVersion, read.MinVersion);
        Assert.False(read.IsCompound);
        Assert.Equal(segment.Diagnostics, read.Diagnostics);
        Assert.Equal(segment.Files.Order(), read.Files.Order());
    }

    [Fact]
    public void FieldInfos_Written_AreTheWorkedExample()
    {
        using ByteBuffersDirectory directory = new();
        FieldInfos fields = new(
        [
            new FieldInfo { Name = "id", Number = 0, IndexOptions = IndexOptions.Docs, OmitNorms = true },
            new FieldInfo { Name = "body", Number = 1, IndexOptions = IndexOptions.DocsAndFreqsAndPositions },
            new FieldInfo { Name = "num", Number = 2, DocValuesType = DocValuesType.Numeric },
            new FieldInfo { Name = "n", Number = 3 },
            new FieldInfo { Name = "cat", Number = 4, DocValuesType = DocValuesType.Sorted },
        ]);

        FieldInfosFormat.Write(directory, "_0", HexFiles.SegmentId, fields);
        FieldInfos read = FieldInfosFormat.Read(directory, "_0", HexFiles.SegmentId);

        HexFiles.AssertEqual(directory, "_0.fnm", Fields);
        Assert.Equal(5, read.Count);
        Assert.True(read.Find("id")!.OmitNorms);
        Assert.True(read.Find(1)!.HasNorms);
        Assert.Equal(DocValuesType.Sorted, read.Find("cat")!.DocValuesType);
        Assert.Equal("Lucene80", read.Find("cat")!.Attributes["PerFieldDocValuesFormat.format"]);
    }

    [Fact]
    public void LiveDocs_Written_AreTheWorkedExample()
    {
        using ByteBuffersDirectory directory = new();

        LiveDocsFormat.Write(directory, "_0", HexFiles.SegmentId, new LiveDocs([5], 3), 1);
        LiveDocs read = LiveDocsFormat.Read(directory, "_0", HexFiles.SegmentId, 1, 3, 1);

        HexFiles.AssertEqual(directory, "_0_1.liv", Live);
        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(read.IsLive));
        Assert.Throws<CorruptIndexException>(() => LiveDocsFormat.Read(directory, "_0", HexFiles.SegmentId, 1, 3, 2));
        Assert.Throws<CorruptIndexException>(() => LiveDocsFormat.Read(directory, "_0", HexFiles.SegmentId, 1, 65, 63));
    }

    [Fact]
    public void CompoundFile_MembersAreReadBack()
    {
        using ByteBuffersDirectory directory = new();
        HexFiles.Add(directory, "_0.fnm", Fields);
        SegmentInfo segment = SegmentInfosFormatTests.NewSegment(directory) with { IsCompound = true };

        string[] files = CompoundFormat.Write(directory, segment, ["_0.fnm"]);
        using CompoundDirectory compound = CompoundDirectory.Open(segment);
        compound.CheckIntegrity();

        Assert.Equal(["_0.cfs", "_0.cfe"], files);
        Assert.Equal(["_0.fnm"], compound.ListAll());
        Assert.Equal(437, compound.FileLength("_0.fnm"));
        Assert.Equal(46 + 437 + 16, directory.FileLength("_0.cfs"));
        Assert.Equal(HexFiles.Parse(Fields), HexFiles.Read(compound, "_0.fnm"));
        Assert.Throws<System.IO.FileNotFoundException>(() => compound.OpenInput("_0.fdt"));
    }

    [Fact]
    public void CompoundFile_MemberOfAnotherSegment_IsRefused()
    {
        using ByteBuffersDirectory directory = new();
        HexFiles.Add(directory, "_0.fnm", Fields);
        SegmentInfo segment = SegmentInfosFormatTests.NewSegment(directory) with { Id = new byte[16] };

        Assert.Throws<CorruptIndexException>(() => CompoundFormat.Write(directory, segment, ["_0.fnm"]));
    }
}
