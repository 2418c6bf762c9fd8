using System.IO;
using System.Text;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Index.Merging;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport.Generators;
using ScoSearch.TestSupport.Models;

namespace ScoSearch.Lucene.Tests.Index;

public sealed class IndexWriterTests : IDisposable
{
    private readonly ByteBuffersDirectory _directory = new();

    [Fact]
    public void Commit_NewIndex_IsEmptyAndReadable()
    {
        using (IndexWriter writer = new(_directory, Config()))
        {
            Assert.True(writer.Commit());
            Assert.False(writer.Commit());
        }

        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Equal(0, reader.MaxDoc);
    }

    [Fact]
    public void Open_NoIndex_Throws()
    {
        Assert.Throws<IndexNotFoundException>(() => DirectoryReader.Open(_directory));
        Assert.Throws<IndexNotFoundException>(
            () => new IndexWriter(_directory, Config() with { OpenMode = OpenMode.Append }));
    }

    [Fact]
    public void Constructor_SecondWriter_IsRefusedUntilTheFirstIsGone()
    {
        using (IndexWriter first = new(_directory, Config()))
        {
            Assert.Throws<LockObtainFailedException>(() => new IndexWriter(_directory, Config()));
        }

        using IndexWriter second = new(_directory, Config());
        Assert.True(second.IsOpen);
    }

    [Fact]
    public void AddDocument_Uncommitted_IsSeenByWritersReaderOnly()
    {
        using IndexWriter writer = new(_directory, Config());
        writer.Commit();
        writer.AddDocument(IndexModel.ToDocument("a", "x y"));

        using DirectoryReader current = writer.GetReader();
        using DirectoryReader committed = DirectoryReader.Open(_directory);

        Assert.Equal(1, current.NumDocs);
        Assert.Equal(0, committed.NumDocs);
    }

    [Fact]
    public void DeleteDocuments_ConcernsEarlierDocumentsOnly()
    {
        using IndexWriter writer = new(_directory, Config());
        writer.AddDocument(IndexModel.ToDocument("a", "old"));
        writer.DeleteDocuments(new Term("id", "a"));
        writer.AddDocument(IndexModel.ToDocument("a", "new"));

        using DirectoryReader reader = writer.GetReader();

        Assert.Equal(["new"], LiveTexts(reader));
    }

    [Fact]
    public void UpdateDocument_Repeated_KeepsTheLast()
    {
        using IndexWriter writer = new(_directory, Config());
        foreach (string text in new[] { "one", "two", "three" })
        {
            writer.UpdateDocument(new Term("id", "a"), IndexModel.ToDocument("a", text));
        }

        using DirectoryReader reader = writer.GetReader();

        Assert.Equal(["three"], LiveTexts(reader));
    }

    [Fact]
    public void DeleteDocuments_Matcher_DeletesWhatItChooses()
    {
        using IndexWriter writer = new(_directory, Config());
        writer.AddDocument(IndexModel.ToDocument("a", "keep"));
        writer.AddDocument(IndexModel.ToDocument("b", "drop"));
        writer.DeleteDocuments(new TermMatcher(new Term("body", "drop")));
        writer.AddDocument(IndexModel.ToDocument("c", "drop"));

        using DirectoryReader reader = writer.GetReader();

        Assert.Equal(["keep", "drop"], LiveTexts(reader));
    }

    [Fact]
    public void UpdateDocument_AfterRefusedDocument_StillDeletesTheOldVersion()
    {
        using IndexWriter writer = new(_directory, Config());
        writer.AddDocument(IndexModel.ToDocument("a", "one"));
        writer.AddDocument(IndexModel.ToDocument("b", "other"));
        Assert.Throws<ArgumentException>(() => writer.AddDocument(IndexModel.ToDocument("c", new string('x', 40_000))));
        writer.UpdateDocument(new Term("id", "a"), IndexModel.ToDocument("a", "two"));

        using DirectoryReader reader = writer.GetReader();

        Assert.Equal(["other", "two"], LiveTexts(reader));
    }

    [Fact]
    public void DeleteAll_ThenOtherFieldType_Works()
    {
        using IndexWriter writer = new(_directory, Config());
        writer.AddDocument([new StringField("f", "x")]);
        writer.Commit();
        writer.DeleteAll();
        writer.AddDocument([new TextField("f", "x y", stored: true)]);
        writer.Commit();

        using DirectoryReader reader = DirectoryReader.Open(_directory);

        Assert.Equal(1, reader.MaxDoc);
        Assert.Equal("x y", reader.GetDocument(0).Get("f"));
    }

    [Fact]
    public void Rollback_GivesUpWhatWasNotCommitted()
    {
        IndexWriter writer = new(_directory, Config());
        writer.AddDocument(IndexModel.ToDocument("a", "x"));
        writer.Commit();
        writer.AddDocument(IndexModel.ToDocument("b", "y"));
        writer.DeleteDocuments(new Term("id", "a"));
        writer.PrepareCommit();
        writer.Rollback();

        Assert.Throws<ObjectDisposedException>(() => writer.AddDocument(IndexModel.ToDocument("c", "z")));
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Equal(["x"], LiveTexts(reader));
        Assert.DoesNotContain(_directory.ListAll(), name => name.StartsWith("pending", StringComparison.Ordinal));
        writer.Dispose();
    }

    [Fact]
    public void PrepareCommit_ChangesAfterwards_AreNotPartOfTheCommit()
    {
        using IndexWriter writer = new(_directory, Config());
        writer.AddDocument(IndexModel.ToDocument("a", "x"));
        writer.PrepareCommit();
        writer.AddDocument(IndexModel.ToDocument("b", "y"));
        Assert.Throws<InvalidOperationException>(writer.PrepareCommit);
        writer.Commit();

        using DirectoryReader reader = DirectoryReader.Open(_directory);

        Assert.Equal(["x"], LiveTexts(reader));
        Assert.True(writer.HasUncommittedChanges);
    }

    [Fact]
    public void SetCommitUserData_IsCommittedAndCarriedOver()
    {
        using (IndexWriter writer = new(_directory, Config()))
        {
            writer.SetCommitUserData(new Dictionary<string, string> { ["schema"] = "1" });
            writer.Commit();
            writer.AddDocument(IndexModel.ToDocument("a", "x"));
        }

        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Equal("1", reader.CommitUserData["schema"]);
    }

    [Fact]
    public void OpenIfChanged_SharesUnchangedSegments()
    {
        using IndexWriter writer = new(_directory, Config() with { MergePolicy = new NoMergePolicy() });
        writer.AddDocument(IndexModel.ToDocument("a", "x"));
        writer.Commit();
        using DirectoryReader first = DirectoryReader.Open(_directory);
        Assert.True(first.IsCurrent());
        Assert.Null(DirectoryReader.OpenIfChanged(first));
        writer.AddDocument(IndexModel.ToDocument("b", "y"));
        writer.Commit();

        using DirectoryReader? second = DirectoryReader.OpenIfChanged(first);

        Assert.False(first.IsCurrent());
        Assert.NotNull(second);
        Assert.Equal(2, second.NumDocs);
        Assert.Same(first.Leaves[0].Reader, second.Leaves[0].Reader);
        Assert.True(second.Version > first.Version);
    }

    [Fact]
    public void GetReader_NothingChanged_IsCurrent()
    {
        using IndexWriter writer = new(_directory, Config());
        writer.AddDocument(IndexModel.ToDocument("a", "x"));
        using DirectoryReader reader = writer.GetReader();

        Assert.True(reader.IsCurrent());
        writer.AddDocument(IndexModel.ToDocument("b", "y"));
        Assert.False(reader.IsCurrent());
        using DirectoryReader? next = DirectoryReader.OpenIfChanged(reader);
        Assert.Equal(2, next!.NumDocs);
    }

    [Fact]
    public void Dispose_ReaderInUse_StaysReadableUntilReleased()
    {
        using IndexWriter writer = new(_directory, Config());
        writer.AddDocument(IndexModel.ToDocument("a", "x"));
        DirectoryReader reader = writer.GetReader();
        Assert.True(reader.TryAddReference());

        reader.Dispose();

        Assert.Equal("x", reader.GetDocument(0).Get("body"));
        reader.ReleaseReference();
        Assert.Throws<ObjectDisposedException>(() => reader.GetDocument(0));
        Assert.False(reader.TryAddReference());
    }

    [Fact]
    public void AddDocument_TermTooLong_IsRefusedWholeAndNamesTheField()
    {
        using IndexWriter writer = new(_directory, Config());
        writer.AddDocument(IndexModel.ToDocument("a", "x"));
        Document bad = IndexModel.ToDocument("b", "y " + new string('长', 32766 / 3) + "长");

        ArgumentException error = Assert.Throws<ArgumentException>(() => writer.AddDocument(bad));

        Assert.Contains("\"body\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("32766", error.Message, StringComparison.Ordinal);
        writer.AddDocument(IndexModel.ToDocument("c", "z"));
        writer.Commit();
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Equal(["x", "z"], LiveTexts(reader));
    }

    [Fact]
    public void AddDocument_LongestTerm_IsFound()
    {
        string term = new('长', 32766 / 3);
        using IndexWriter writer = new(_directory, Config());
        writer.AddDocument(IndexModel.ToDocument("a", term));

        using DirectoryReader reader = writer.GetReader();

        Assert.Equal(1, reader.GetDocFreq(new Term("body", term)));
    }

    [Fact]
    public void AddDocuments_OneRefused_NoneIsAdded()
    {
        using IndexWriter writer = new(_directory, Config());
        Document bad = IndexModel.ToDocument("b", new string('x', 40_000));

        Assert.Throws<ArgumentException>(() => writer.AddDocuments([IndexModel.ToDocument("a", "x"), bad]));

        using DirectoryReader reader = writer.GetReader();
        Assert.Equal(0, reader.NumDocs);
    }

    [Fact]
    public void AddDocument_TokenStreamThrows_WriterGoesOn()
    {
        using IndexWriter writer = new(_directory, Config());
        Document bad = [new StringField("id", "b", stored: true), new TextField("body", new ThrowingStream(3))];

        Assert.Throws<InvalidDataException>(() => writer.AddDocument(bad));

        writer.AddDocument(IndexModel.ToDocument("a", "x"));
        using DirectoryReader reader = writer.GetReader();
        Assert.Equal(["x"], LiveTexts(reader));
    }

    [Fact]
    public void AddDocument_FieldTypeChanges_IsRefusedWithBothTypes()
    {
        using IndexWriter writer = new(_directory, Config());
        writer.AddDocument([new StringField("f", "x"), new NumericDocValuesField("n", 1)]);
        writer.Commit();

        ArgumentException options = Assert.Throws<ArgumentException>(
            () => writer.AddDocument([new TextField("f", "x")]));
        ArgumentException values = Assert.Throws<ArgumentException>(
            () => writer.AddDocument([new SortedDocValuesField("n", "x")]));

        Assert.Contains("DocsAndFreqsAndPositions", options.Message, StringComparison.Ordinal);
        Assert.Contains("Numeric", values.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddDocument_TwoValuesOfSingleDocValues_IsRefused()
    {
        using IndexWriter writer = new(_directory, Config());

        Assert.Throws<ArgumentException>(() =>
            writer.AddDocument([new NumericDocValuesField("n", 1), new NumericDocValuesField("n", 2)]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\uD842")]
    [InlineData("a\uDFB7")]
    public void AddDocument_OddText_IsKeptWithReplacements(string text)
    {
        using IndexWriter writer = new(_directory, Config());
        writer.AddDocument([new TextField("body", text, stored: true)]);

        using DirectoryReader reader = writer.GetReader();

        Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), reader.GetDocument(0).Get("body"));
    }

    [Fact]
    public void AddDocument_Megabytes_Works()
    {
        string text = string.Join(' ', Enumerable.Range(0, 500_000).Select(i => "w" + (i % 1000)));
        using IndexWriter writer = new(_directory, Config() with { RamBufferSizeMB = 1 });
        writer.AddDocument([new TextField("body", text)]);

        using DirectoryReader reader = writer.GetReader();

        Assert.Equal(500, reader.GetTotalTermFreq(new Term("body", "w7")));
        Assert.Equal(500_000, reader.GetSumTotalTermFreq("body"));
    }

    [Fact]
    public void AddDocument_SeveralValues_PositionsAndNormsRunOn()
    {
        using IndexWriter writer = new(_directory, Config());
        writer.AddDocument([new TextField("body", "a b"), new TextField("body", "c")]);

        using DirectoryReader reader = writer.GetReader();
        LeafReader leaf = reader.Leaves[0].Reader;
        PostingsEnum postings = leaf.GetTerms("body")!.GetPostings(
            leaf.GetTerms("body")!.Find("c"u8)!, PostingsFlags.Positions);
        NumericDocValues norms = leaf.GetNorms("body")!.GetCursor();

        Assert.Equal(0, postings.NextDoc());
        Assert.Equal(2, postings.NextPosition());
        Assert.Equal(0, norms.NextDoc());
        Assert.Equal(3, norms.LongValue);
    }

    [Fact]
    public void Constructor_LeftoverFiles_AreDeletedAndForeignOnesKept()
    {
        using (IndexWriter writer = new(_directory, Config()))
        {
            writer.AddDocument(IndexModel.ToDocument("a", "x"));
        }

        string[] leftovers = ["_z9.fdt", "_z9_Lucene84_0.doc", "pending_segments_7", "_5_tmp_1.tmp"];
        foreach (string name in leftovers.Append("notes.txt"))
        {
            _directory.CreateOutput(name).Dispose();
        }

        using (IndexWriter writer = new(_directory, Config()))
        {
            Assert.Empty(leftovers.Intersect(_directory.ListAll()));
            Assert.Contains("notes.txt", _directory.ListAll());
            writer.AddDocument(IndexModel.ToDocument("b", "y"));
        }

        // The names of the leftovers are not used again: neither segment _z9 nor commit 7.
        Assert.Contains("segments_8", _directory.ListAll());
        Assert.Contains("_za.si", _directory.ListAll());
    }

    [Fact]
    public void Create_ExistingIndex_IsReplacedByTheFirstCommit()
    {
        using (IndexWriter writer = new(_directory, Config()))
        {
            writer.AddDocument(IndexModel.ToDocument("a", "x"));
        }

        using (IndexWriter writer = new(_directory, Config() with { OpenMode = OpenMode.Create }))
        {
            writer.AddDocument(IndexModel.ToDocument("b", "y"));
            using DirectoryReader before = DirectoryReader.Open(_directory);
            Assert.Equal(["x"], LiveTexts(before));
        }

        using DirectoryReader after = DirectoryReader.Open(_directory);
        Assert.Equal(["y"], LiveTexts(after));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2001)]
    public void Constructor_BadRamBuffer_IsRefused(double megabytes) =>
        Assert.Throws<ArgumentException>(
            () => new IndexWriter(_directory, Config() with { RamBufferSizeMB = megabytes }));

    public void Dispose() => _directory.Dispose();

    private static IndexWriterConfig Config() => new(new SpaceAnalyzer()) { MergeThreads = 0 };

    private static string[] LiveTexts(DirectoryReader reader)
    {
        List<string> texts = [];
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            for (int docId = 0; docId < leaf.Reader.MaxDoc; docId++)
            {
                if (leaf.Reader.LiveDocs?.IsLive(docId) ?? true)
                {
                    texts.Add(reader.GetDocument(leaf.DocBase + docId).Get("body")!);
                }
            }
        }

        return [.. texts];
    }
}
