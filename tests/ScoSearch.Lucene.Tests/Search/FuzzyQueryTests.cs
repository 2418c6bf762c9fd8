using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Index.Merging;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;
using ScoSearch.Lucene.Tests.Automata;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Search;

/// <summary>Fuzzy queries that narrow their walks against those that collect every near term.</summary>
public sealed class FuzzyQueryTests(ITestOutputHelper output)
{
    // So few that most words have more near terms than a query may have.
    private const string Letters = "中国人民大会堂上海ab𠮷";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0)]
    public void Search_SeveralSegments_EqualsCollectingAll(int fixedSeed)
    {
        int seed = fixedSeed == 0 ? TestSeed.Next() : fixedSeed;
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        Random random = new(seed);
        using ByteBuffersDirectory directory = new();
        WriteSegments(directory, random, segments: 1 + random.Next(5));
        using DirectoryReader reader = DirectoryReader.Open(directory);
        IndexSearcher narrowing = new(reader);
        IndexSearcher collecting = new(reader, new IndexSearcherOptions { Exhaustive = true });
        for (int i = 0; i < 150; i++)
        {
            FuzzyQuery query = new(
                new Term("f", AutomatonRunner.RandomText(random, Letters, 4)),
                random.Next(3),
                random.Next(4) == 0 ? 1 : 0,
                random.Next(3) == 0 ? 1 + random.Next(12) : FuzzyQuery.DefaultMaxExpansions,
                random.Next(2) == 0);

            TopDocs expected = collecting.Search(query, 1000);
            TopDocs actual = narrowing.Search(query, 1000);

            Assert.True(
                expected.ScoreDocs.SequenceEqual(actual.ScoreDocs), $"seed {seed}, query {i}: {query}, {query.MaxExpansions}");
        }
    }

    private static void WriteSegments(ByteBuffersDirectory directory, Random random, int segments)
    {
        IndexWriterConfig config = new(new SpaceAnalyzer()) { MergeThreads = 0, MergePolicy = new NoMergePolicy() };
        using IndexWriter writer = new(directory, config);
        for (int segment = 0; segment < segments; segment++)
        {
            for (int doc = random.Next(400); doc >= 0; doc--)
            {
                IEnumerable<string> words = Enumerable.Range(0, 4).Select(_ => AutomatonRunner.RandomText(random, Letters, 4));
                writer.AddDocument([new TextField("f", string.Join(' ', words))]);
            }

            writer.Commit();
        }
    }
}
