using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Indexing;

public sealed class SettleTests
{
    private const int Changes = 60;

    [Fact]
    public void Settle_AfterManySmallChanges_CommitsTheirMergesAndLosesNothing()
    {
        using TemporaryFolder folder = new();
        using (Indexer indexer = new(folder["index"]))
        {
            for (int i = 0; i < Changes; i++)
            {
                indexer.Put(SourceDocument.FromText($"d{i:00}", $"湖边第{i}座灯塔至今还在使用。"));
            }

            indexer.Settle();

            Assert.False(indexer.Settle());
        }

        Assert.InRange(IndexStatistics.Read(folder["index"]).Segments, 1, Changes / 3);
        using ScoSearchIndex index = ScoSearchIndex.Open(folder["index"]);
        Assert.Equal(Changes, index.Search(new SearchRequest("“灯塔”")).Total.Value);
    }

    [Fact]
    public void Settle_NothingChanged_DoesNothing()
    {
        using TemporaryFolder folder = new();
        using Indexer indexer = new(folder["index"]);

        Assert.False(indexer.Settle());
        Assert.False(ScoSearchIndex.Exists(folder["index"]));
    }
}
