using System.Text;
using ScoSearch.Lucene.Codecs.StoredFields;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Codecs.StoredFields;

public sealed class StoredFieldsRoundTripTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RandomDocuments_OfAllSizes_AreReadInAnyOrder(bool bestCompression)
    {
        StoredFieldsMode mode = Mode(bestCompression);
        Random random = TestSeed.NewRandom();
        using ByteBuffersDirectory directory = new();
        List<string> documents = WriteRandom(directory, mode, random, count: 3000);

        StoredFieldsReader reader = StoredFieldsTests.Open(directory, documents.Count, mode);

        reader.CheckIntegrity();
        Assert.True(reader.ChunkCount >= 3);
        for (int docId = 0; docId < documents.Count; docId++)
        {
            Assert.True(documents[docId] == ReadText(reader, docId), $"document {docId}, {TestSeed.Hint}");
        }

        for (int i = 0; i < 40; i++)
        {
            int docId = random.Next(documents.Count);
            Assert.True(documents[docId] == ReadText(reader, docId), $"document {docId}, {TestSeed.Hint}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CopyChunks_AfterAndBeforeOtherDocuments_KeepsAll(bool bestCompression)
    {
        StoredFieldsMode mode = Mode(bestCompression);
        using ByteBuffersDirectory source = new();
        using ByteBuffersDirectory target = new();
        List<string> documents = WriteRandom(source, mode, TestSeed.NewRandom(1), count: 1500);
        StoredFieldsReader reader = StoredFieldsTests.Open(source, documents.Count, mode);

        using (StoredFieldsWriter writer = new(target, "_0", HexFiles.SegmentId, mode))
        {
            Add(writer, "first");
            writer.CopyChunksFrom(reader);
            writer.CopyDocument(reader, 7);
            writer.CopyDocument(reader, 8, [0, 1, 2, 3]);
            Add(writer, "last");
            writer.Finish(documents.Count + 4);
        }

        StoredFieldsReader copy = StoredFieldsTests.Open(target, documents.Count + 4, mode);
        copy.CheckIntegrity();
        List<string> expected = ["first", .. documents, documents[7], documents[8], "last"];
        Assert.Equal(expected, Enumerable.Range(0, copy.MaxDoc).Select(docId => ReadText(copy, docId)));
    }

    [Fact]
    public void Visit_StopAndSkip_AreObeyed()
    {
        using ByteBuffersDirectory directory = new();
        using (StoredFieldsWriter writer = new(directory, "_0", HexFiles.SegmentId, StoredFieldsMode.BestSpeed))
        {
            writer.StartDocument();
            writer.WriteString(0, "a");
            writer.WriteInt32(3, 5);
            writer.WriteString(0, "b");
            writer.FinishDocument();
            writer.Finish(1);
        }

        StoredFieldsReader reader = StoredFieldsTests.Open(directory, 1, StoredFieldsMode.BestSpeed);
        RecordingVisitor skipping = new() { Skipped = "id" };
        RecordingVisitor stopping = new() { StopAt = "n" };
        reader.Visit(0, skipping);
        reader.Visit(0, stopping);

        Assert.Equal(["n=5"], skipping.Values);
        Assert.Equal(["id=a"], stopping.Values);
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Visit(1, skipping));
    }

    [Fact]
    public void Visit_FromManyThreads_GivesEachItsDocument()
    {
        using ByteBuffersDirectory directory = new();
        List<string> documents = WriteRandom(directory, StoredFieldsMode.BestSpeed, TestSeed.NewRandom(2), count: 800);
        StoredFieldsReader reader = StoredFieldsTests.Open(directory, documents.Count, StoredFieldsMode.BestSpeed);

        Parallel.For(0, 1000, i => Assert.Equal(documents[i * 31 % 800], ReadText(reader, i * 31 % 800)));
    }

    private static StoredFieldsMode Mode(bool bestCompression) =>
        bestCompression ? StoredFieldsMode.BestCompression : StoredFieldsMode.BestSpeed;

    private static string ReadText(StoredFieldsReader reader, int docId)
    {
        RecordingVisitor visitor = new();
        reader.Visit(docId, visitor);
        return visitor.Values.Count == 0 ? "" : visitor.Values[0][3..];
    }

    private static void Add(StoredFieldsWriter writer, string text)
    {
        writer.StartDocument();
        if (text.Length > 0)
        {
            writer.WriteString(0, text);
            writer.WriteInt32(3, text.Length);
        }

        writer.FinishDocument();
    }

    // Mostly short documents, some empty, a few of several chunk sizes, which are sliced.
    private static List<string> WriteRandom(ByteBuffersDirectory directory, StoredFieldsMode mode, Random random, int count)
    {
        List<string> documents = [];
        using StoredFieldsWriter writer = new(directory, "_0", HexFiles.SegmentId, mode);
        for (int i = 0; i < count; i++)
        {
            int length = i % 700 == 650 ? random.Next(1_300_000, 2_000_000) : random.Next(4) == 0 ? 0 : random.Next(400);
            StringBuilder text = new(length);
            while (text.Length < length)
            {
                text.Append((char)('一' + random.Next(random.Next(2) == 0 ? 5 : 3000)), random.Next(1, 4));
            }

            documents.Add(text.ToString());
            Add(writer, documents[i]);
        }

        writer.Finish(count);
        return documents;
    }
}
