using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Codecs;

public sealed class IndexedDisiTests
{
    private const int Block = 65536;

    [Fact]
    public void Write_TwoDocuments_IsTheWorkedExample()
    {
        using ByteBuffersDirectory directory = new();

        DocsWithField docs = Write(directory, [0, 2], 3);

        Assert.Equal(new DocsWithField(0, 14, 0, 9), docs);
        Assert.Equal(
            "00000001000000027fff0000ffff", Convert.ToHexStringLower(HexFiles.Read(directory, "x").AsSpan(0, 14)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4094, 1)]
    [InlineData(4095, 3)]
    [InlineData(4096, 3)]
    [InlineData(4097, 7)]
    [InlineData(65535, 1)]
    [InlineData(65536, 1)]
    [InlineData(65537, 1)]
    [InlineData(131072, 1)]
    [InlineData(50, 9973)]
    [InlineData(90000, 4)]
    public void Cursor_EvenlySpacedDocuments_AreFound(int count, int step) =>
        Check(Enumerable.Range(0, count).Select(i => 5 + (i * step)).ToArray(), 6 + (count * step));

    [Fact]
    public void Cursor_RandomBlocksOfAllKinds_AreFound()
    {
        Random random = TestSeed.NewRandom();
        for (int round = 0; round < 6; round++)
        {
            List<int> docIds = [];
            int blocks = random.Next(1, 6);
            for (int block = 0; block < blocks; block++)
            {
                double share = random.Next(5) switch { 0 => 0, 1 => 0.01, 2 => 0.07, 3 => 0.9, _ => 1 };
                docIds.AddRange(Enumerable.Range(block * Block, Block).Where(_ => random.NextDouble() < share));
            }

            if (docIds.Count > 0 && docIds.Count < blocks * Block)
            {
                Check([.. docIds], blocks * Block);
            }
        }
    }

    private static void Check(int[] docIds, int maxDoc)
    {
        Random random = TestSeed.NewRandom(docIds.Length);
        using ByteBuffersDirectory directory = new();
        DocsWithField docs = Write(directory, docIds, maxDoc);
        IndexInput input = directory.OpenInput("x");

        DocSetCursor all = docs.OpenCursor(input, maxDoc, docIds.Length);
        for (int i = 0; i < docIds.Length; i++)
        {
            Assert.True(all.NextDoc() == docIds[i] && all.Rank == i, TestSeed.Hint);
        }

        Assert.Equal(DocIdCursor.Exhausted, all.NextDoc());
        Assert.Equal(DocIdCursor.Exhausted, all.NextDoc());
        for (int round = 0; round < 10; round++)
        {
            int stride = 1 << random.Next(1, 18);
            DocSetCursor advancing = docs.OpenCursor(input, maxDoc, docIds.Length);
            for (int target = random.Next(stride); target < maxDoc; target += random.Next(1, stride))
            {
                int expected = LowerBound(docIds, target);
                int found = advancing.Advance(target);
                bool end = expected == docIds.Length;
                Assert.True(found == (end ? DocIdCursor.Exhausted : docIds[expected]), TestSeed.Hint);
                Assert.True(end || advancing.Rank == expected, TestSeed.Hint);
                target = end ? maxDoc : found;
            }

            DocSetCursor exact = docs.OpenCursor(input, maxDoc, docIds.Length);
            for (int target = random.Next(stride); target < maxDoc; target += random.Next(0, stride) + (random.Next(4) == 0 ? 0 : 1))
            {
                int expected = Array.BinarySearch(docIds, target);
                Assert.True(exact.AdvanceExact(target) == expected >= 0, TestSeed.Hint);
                Assert.True(expected < 0 || exact.Rank == expected, TestSeed.Hint);
                Assert.Equal(target, exact.DocId);
            }
        }
    }

    private static int LowerBound(int[] docIds, int target)
    {
        int index = Array.BinarySearch(docIds, target);
        return index < 0 ? ~index : index;
    }

    private static DocsWithField Write(ByteBuffersDirectory directory, int[] docIds, int maxDoc)
    {
        using IndexOutput output = directory.CreateOutput("x");
        DocsWithField docs = DocsWithField.Write(output, docIds, docIds.Length, maxDoc);
        CodecUtil.WriteFooter(output);
        return docs;
    }
}
