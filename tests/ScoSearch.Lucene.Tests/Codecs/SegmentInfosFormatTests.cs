using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs;

public sealed class SegmentInfosFormatTests
{
    private const string Empty = """
        3f d7 6c 17  08 73 65 67 6d 65 6e 74 73  00 00 00 0a
        5c ef 78 7f 09 df ef e6 74 62 96 04 92 6a 9f 76
        01 31
        08 08 01  08
        00 00 00 00 00 00 00 02   00   00 00 00 00
        00
        c0 28 93 e8 00 00 00 00  00 00 00 00 e3 ee 9f b0
        """;

    private const string OneSegment = """
        3fd76c17 08 7365676d656e7473 0000000a
        5cef787f09dfefe674629604926a9f69
        01 32
        08 08 01 08
        0000000000000007 01 00000001
        08 08 01
        02 5f30
        5cef787f09dfefe674629604926a9f64
        08 4c7563656e653837
        0000000000000001 00000001
        ffffffffffffffff ffffffffffffffff 00000000
        01 5cef787f09dfefe674629604926a9f68
        00 00000000
        01 01 6b 01 76
        c02893e8 00000000 00000000d75075f1
        """;

    [Fact]
    public void WritePending_EmptyIndex_GivesTheWorkedExample()
    {
        using ByteBuffersDirectory directory = new();
        SegmentInfos infos = new()
        {
            CommitId = Convert.FromHexString("5cef787f09dfefe674629604926a9f76"),
            Version = 2,
        };

        SegmentInfosFormat.WritePending(directory, infos, 1);
        SegmentInfosFormat.FinishCommit(directory, 1);

        HexFiles.AssertEqual(directory, "segments_1", Empty);
        Assert.Equal(["segments_1"], directory.ListAll());
    }

    [Fact]
    public void OneSegment_WrittenAndRead_IsTheWorkedExample()
    {
        using ByteBuffersDirectory directory = new();
        SegmentInfo segment = NewSegment(directory);
        SegmentInfoFormat.Write(segment);
        SegmentInfos infos = new()
        {
            CommitId = Convert.FromHexString("5cef787f09dfefe674629604926a9f69"),
            Version = 7,
            Counter = 1,
            UserData = new Dictionary<string, string> { ["k"] = "v" },
            Segments =
            [
                new SegmentCommitInfo
                {
                    SegmentInfo = segment,
                    DeletionGeneration = 1,
                    DeletedCount = 1,
                    CommitId = Convert.FromHexString("5cef787f09dfefe674629604926a9f68"),
                },
            ],
        };

        SegmentInfosFormat.WritePending(directory, infos, 2);
        SegmentInfosFormat.FinishCommit(directory, 2);
        SegmentInfos read = SegmentInfosFormat.ReadLatest(directory);

        HexFiles.AssertEqual(directory, "segments_2", OneSegment);
        Assert.Equal((2, 7, 1, 8), (read.Generation, read.Version, read.Counter, read.CreatedMajor));
        Assert.Equal("v", read.UserData["k"]);
        SegmentCommitInfo one = Assert.Single(read.Segments);
        Assert.Equal(("_0", 3, 1L, 1), (one.Name, one.MaxDoc, one.DeletionGeneration, one.DeletedCount));
        Assert.Equal(["_0.fdt", "_0.si", "_0_1.liv", "segments_2"], read.GetFiles(includeCommit: true).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rollback_LeavesThePreviousCommit()
    {
        using ByteBuffersDirectory directory = new();
        HexFiles.Add(directory, "segments_1", Empty);
        SegmentInfos infos = SegmentInfosFormat.ReadLatest(directory);

        SegmentInfosFormat.WritePending(directory, infos, 2);
        SegmentInfosFormat.Rollback(directory, 2);

        Assert.Equal(["segments_1"], directory.ListAll());
    }

    [Fact]
    public void ReadLatest_NoCommit_IsIndexNotFound()
    {
        using ByteBuffersDirectory directory = new();
        HexFiles.Add(directory, "pending_segments_1", Empty);

        Assert.Throws<IndexNotFoundException>(() => SegmentInfosFormat.ReadLatest(directory));
    }

    [Fact]
    public void ReadLatest_MissingSegmentFile_IsFileNotFoundAndDoesNotHang()
    {
        using ByteBuffersDirectory directory = new();
        HexFiles.Add(directory, "segments_2", OneSegment);

        Assert.Throws<System.IO.FileNotFoundException>(() => SegmentInfosFormat.ReadLatest(directory));
    }

    internal static SegmentInfo NewSegment(Lucene.Store.Directory directory) => new()
    {
        Name = "_0",
        Id = HexFiles.SegmentId,
        Directory = directory,
        MaxDoc = 3,
        Files = ["_0.si", "_0.fdt"],
    };
}
