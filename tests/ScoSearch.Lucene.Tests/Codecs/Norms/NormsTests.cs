using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.Norms;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs.Norms;

public sealed class NormsTests
{
    private static readonly FieldInfo Field = new()
    {
        Name = "body",
        Number = 1,
        IndexOptions = IndexOptions.DocsAndFreqsAndPositions,
    };

    private static readonly FieldInfos Fields = new([Field]);

    [Fact]
    public void Writer_GivesTheWorkedExample()
    {
        using ByteBuffersDirectory directory = new();

        Write(directory, 3, writer => writer.WriteField(Field, [], (ReadOnlySpan<sbyte>)[2, 1, 0]));

        HexFiles.AssertEqual(directory, "_0.nvd", """
            3fd76c17 11 4c7563656e6538304e6f726d7344617461 00000000 5cef787f09dfefe674629604926a9f64 00
            02 01 00 c02893e8 00000000 00000000712fa46e
            """);
        HexFiles.AssertEqual(directory, "_0.nvm", """
            3fd76c17 15 4c7563656e6538304e6f726d734d65746164617461 00000000  5cef787f09dfefe674629604926a9f64 00
            00000001 ffffffffffffffff 0000000000000000 ffff ff
            00000003 01 000000000000002b
            ffffffff
            c02893e8 00000000 000000002f8a2301
            """);
        FieldNorms norms = new NormsReader(ReadState(directory, 3)).Get(Field)!;
        Assert.Equal([2, 1, 0], norms.Dense.ToArray());
        Assert.Equal([(0, 2L), (1, 1L), (2, 0L)], All(norms.GetCursor()));
    }

    [Theory]
    [InlineData(new int[0], new long[0])]
    [InlineData(new[] { 1 }, new long[] { 7 })]
    [InlineData(new[] { 1, 3 }, new long[] { 7, 7 })]
    [InlineData(new[] { 1, 3 }, new long[] { -128, 127 })]
    [InlineData(new[] { 1, 3 }, new long[] { -129, 127 })]
    [InlineData(new[] { 0, 4 }, new long[] { -32768, 32767 })]
    [InlineData(new[] { 0, 4 }, new long[] { 0, 32768 })]
    [InlineData(new[] { 0, 4 }, new long[] { int.MinValue, int.MaxValue })]
    [InlineData(new[] { 0, 2, 4 }, new long[] { long.MinValue, long.MaxValue, 0 })]
    [InlineData(new[] { 0, 1, 2, 3, 4 }, new long[] { 1, 2, 3, 4, 500 })]
    public void AnyWidth_ReadsBack(int[] docIds, long[] values)
    {
        using ByteBuffersDirectory directory = new();

        Write(directory, 5, writer => writer.WriteField(Field, docIds, values));
        NormsReader reader = new(ReadState(directory, 5));
        reader.CheckIntegrity();

        Assert.Equal(docIds.Zip(values), All(reader.Get(Field)!.GetCursor()));
        if (values.All(v => v is >= sbyte.MinValue and <= sbyte.MaxValue))
        {
            using ByteBuffersDirectory bytes = new();
            Write(bytes, 5, writer => writer.WriteField(Field, docIds, values.Select(v => (sbyte)v).ToArray()));
            Assert.Equal(HexFiles.Read(directory, "_0.nvm"), HexFiles.Read(bytes, "_0.nvm"));
            Assert.Equal(HexFiles.Read(directory, "_0.nvd"), HexFiles.Read(bytes, "_0.nvd"));
        }
    }

    [Fact]
    public void MissingEntry_IsCorrupt()
    {
        using ByteBuffersDirectory directory = new();
        Write(directory, 5, _ => { });

        Assert.Throws<CorruptIndexException>(() => new NormsReader(ReadState(directory, 5)).Get(Field));
    }

    private static List<(int DocId, long Value)> All(NumericDocValues cursor)
    {
        List<(int, long)> all = [];
        while (cursor.NextDoc() != DocIdCursor.Exhausted)
        {
            all.Add((cursor.DocId, cursor.LongValue));
        }

        return all;
    }

    private static void Write(ByteBuffersDirectory directory, int maxDoc, Action<NormsWriter> write)
    {
        using NormsWriter writer = new(new SegmentWriteState(directory, "_0", HexFiles.SegmentId, maxDoc, Fields));
        write(writer);
        writer.Finish();
    }

    private static SegmentReadState ReadState(ByteBuffersDirectory directory, int maxDoc) =>
        new(directory, "_0", HexFiles.SegmentId, maxDoc, Fields);
}
