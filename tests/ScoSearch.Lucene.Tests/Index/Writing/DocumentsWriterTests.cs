using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Index.Inverting;
using ScoSearch.Lucene.Index.Writing;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Lucene.Tests.Index.Writing;

/// <summary>Which in-memory segment is flushed when the RAM buffer is full.</summary>
public sealed class DocumentsWriterTests : IDisposable
{
    private const int Buffer = 1024 * 1024;

    private readonly ByteBuffersDirectory _directory = new();
    private readonly DocumentsWriter _documents;
    private int _created;

    public DocumentsWriterTests()
    {
        IndexWriterConfig config = new(new SpaceAnalyzer()) { RamBufferSizeMB = 1 };
        FieldNumbers numbers = new();
        BlockCache blocks = new(16);
        _documents = new DocumentsWriter(
            config,
            new DeleteQueue(),
            () => new SegmentBuilder($"_{_created++}", _directory, config, numbers, blocks));
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void GiveBack_BelowTheBuffer_FlushesNone()
    {
        SegmentBuilder builder = _documents.Take();
        Fill(builder, Buffer / 2);

        Assert.False(_documents.GiveBack(builder, out SegmentBuilder? full));
        Assert.Null(full);
        Assert.Same(builder, _documents.Take());
        Assert.Equal(1, _created);
    }

    [Fact]
    public void GiveBack_LargestIsFree_FlushesTheLargest()
    {
        (SegmentBuilder large, SegmentBuilder small) = TakeTwo();

        _documents.GiveBack(small, out SegmentBuilder? full);

        Assert.Same(large, full);
        Assert.Equal(small.RamBytes, _documents.RamBytes);
    }

    [Fact]
    public void GiveBack_LargestIsInUse_LeavesItToItsThread()
    {
        (SegmentBuilder large, SegmentBuilder small) = TakeTwo();
        Assert.Same(large, _documents.Take());

        Assert.False(_documents.GiveBack(small, out SegmentBuilder? ofSmall));
        Assert.False(_documents.GiveBack(large, out SegmentBuilder? ofLarge));

        Assert.Null(ofSmall);
        Assert.Same(large, ofLarge);
        Assert.Equal(small.RamBytes, _documents.RamBytes);
        Assert.Same(small, _documents.Take());
    }

    [Fact]
    public void GiveBack_ChosenOneIsForgotten_ChoosesAgain()
    {
        (SegmentBuilder large, SegmentBuilder small) = TakeTwo();
        _documents.Take();
        _documents.GiveBack(small, out _);
        _documents.Forget(large);
        _documents.Take();
        Fill(small, Buffer + 1);

        _documents.GiveBack(small, out SegmentBuilder? full);

        Assert.Same(small, full);
        Assert.Equal(0, _documents.RamBytes);
    }

    // The larger one given back, the smaller one not; together they are over the buffer.
    private (SegmentBuilder Large, SegmentBuilder Small) TakeTwo()
    {
        SegmentBuilder large = _documents.Take();
        SegmentBuilder small = _documents.Take();
        Fill(large, Buffer * 3 / 4);
        Fill(small, Buffer / 2);
        _documents.GiveBack(large, out _);
        return (large, small);
    }

    private static void Fill(SegmentBuilder builder, long bytes)
    {
        for (int i = 0; builder.RamBytes < bytes; i++)
        {
            builder.AddDocuments([[new TextField("body", $"word{i} other{i} third{i}")]]);
        }
    }
}
