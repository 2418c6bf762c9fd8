using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.StoredFields;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs.StoredFields;

public sealed class StoredFieldsTests
{
    private const string BestSpeedData = """
        3fd76c17 1c 4c756365 6e65383753746f7265644669656c64734661737444617461 00000003
        5cef787f09dfefe674629604926a9f64 00
        00 06  00 02  03 df80  00 02
        01 03 03 03 03 03 03 03 03 03 03  00
        20 0002  20 6430  20 1a00  20 0002  20 6431  20 1ad0  20 0f00  20 0264  20 321a  20 a01f
        c02893e8 00000000 000000003ca3a8e8
        """;

    private const string Index = """
        3fd76c17 16 4c7563656e6538354669656c6473496e646578496478 00000000  5cef787f09dfefe674629604926a9f64 00
        c02893e8 00000000 00000000039f60f4
        """;

    private const string Meta = """
        3fd76c17 17 4c7563656e6538354669656c6473496e6465784d657461 00000003
        5cef787f09dfefe674629604926a9f64 00
        80c025 02  00000003 0000000a 00000002  0000000000000030
        0000000000000000 40400000 0000000000000000 00  0000000000000030
        0000000000000036 424c0000 0000000000000000 00  0000000000000030
        0000000000000069  01 fd07
        c02893e8 00000000 0000000015db7972
        """;

    private const string BestCompressionUnits = """
        00 06 00 02  03 df80   00 02  00
        04 63600200  04 4b310000  04 93620000  04 63600200  04 4b310400
        04 93ba0000  04 e3670000  04 634a0100  04 33920200  04 5b200f00
        c02893e8 00000000 0000000086b025c0
        """;

    private static readonly FieldInfos Fields = new(
        [new FieldInfo { Name = "id", Number = 0 }, new FieldInfo { Name = "n", Number = 3 }]);

    [Fact]
    public void Writer_BestSpeed_GivesTheWorkedExample()
    {
        using ByteBuffersDirectory directory = new();

        WriteExample(directory, StoredFieldsMode.BestSpeed);

        HexFiles.AssertEqual(directory, "_0.fdt", BestSpeedData);
        HexFiles.AssertEqual(directory, "_0.fdx", Index);
        HexFiles.AssertEqual(directory, "_0.fdm", Meta);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reader_ReadsTheWorkedExample(bool bestCompression)
    {
        using ByteBuffersDirectory directory = new();
        StoredFieldsMode mode = bestCompression ? StoredFieldsMode.BestCompression : StoredFieldsMode.BestSpeed;
        WriteExample(directory, mode);
        if (bestCompression)
        {
            // Only the streams differ between compressors; the reference's must be read too. (Its segment had another id.)
            byte[] written = HexFiles.Read(directory, "_0.fdt");
            byte[] reference = [.. written.AsSpan(0, 54), .. HexFiles.Parse(BestCompressionUnits)];
            directory.DeleteFile("_0.fdt");
            HexFiles.Add(directory, "_0.fdt", reference);
            Assert.Equal(130, reference.Length);
            FixMaxPointer(directory, reference.Length - 16);
        }

        StoredFieldsReader reader = Open(directory, 3, mode);

        for (int docId = 0; docId < 3; docId++)
        {
            RecordingVisitor visitor = new();
            reader.Visit(docId, visitor);
            Assert.Equal([$"id=d{docId}", $"n={1000 * docId}"], visitor.Values);
        }
    }

    internal static StoredFieldsReader Open(Lucene.Store.Directory directory, int maxDoc, StoredFieldsMode mode) =>
        new(new SegmentReadState(directory, "_0", HexFiles.SegmentId, maxDoc, Fields), mode);

    private static void WriteExample(Lucene.Store.Directory directory, StoredFieldsMode mode)
    {
        using StoredFieldsWriter writer = new(directory, "_0", HexFiles.SegmentId, mode);
        for (int i = 0; i < 3; i++)
        {
            writer.StartDocument();
            writer.WriteString(0, $"d{i}");
            writer.WriteInt32(3, 1000 * i);
            writer.FinishDocument();
        }

        writer.Finish(3);
    }

    // The compressed data may be longer or shorter than ours: names its end in the meta file.
    private static void FixMaxPointer(Lucene.Store.Directory directory, long maxPointer)
    {
        byte[] meta = HexFiles.Read(directory, "_0.fdm");
        directory.DeleteFile("_0.fdm");
        int at = meta.Length - 16 - 3 - 8;
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(meta.AsSpan(at), maxPointer);
        float slope = maxPointer - 54;
        System.Buffers.Binary.BinaryPrimitives.WriteSingleBigEndian(meta.AsSpan(at - 8 - 21 + 8), slope);
        using IndexOutput output = directory.CreateOutput("_0.fdm");
        output.WriteBytes(meta.AsSpan(0, meta.Length - 16));
        CodecUtil.WriteFooter(output);
    }
}
