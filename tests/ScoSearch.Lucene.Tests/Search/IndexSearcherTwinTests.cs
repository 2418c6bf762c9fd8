using ScoSearch.Lucene.Search;
using ScoSearch.TestSupport;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Search;

/// <summary>Pruned and batched search against document-at-a-time search and against scores computed from token lists.</summary>
public sealed class IndexSearcherTwinTests(ITestOutputHelper output)
{
    private static readonly SearchOptions CountAll = new() { TotalHitsThreshold = int.MaxValue };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(0)]
    public void Search_RandomQueries_EqualsDefinition(int fixedSeed)
    {
        int seed = fixedSeed == 0 ? TestSeed.Next() : fixedSeed;
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        RandomIndex index = new(seed);
        RandomQueries queries = new(index, seed + 1);
        IndexSearcher searcher = new(index.Reader);
        NaiveScores naive = new(index.Documents);

        for (int i = 0; i < 60; i++)
        {
            Query query = queries.Next();
            (int Doc, double Score)[] expected =
            [
                .. index.Documents.Select((document, doc) => (doc, document.IsDeleted ? null : naive.Score(query, document)))
                    .Where(pair => pair.Item2 is not null).Select(pair => (pair.doc, pair.Item2!.Value)),
            ];

            TopDocs actual = searcher.Search(query, Math.Max(1, index.Reader.MaxDoc), CountAll);

            Assert.True(expected.Length == actual.TotalHits.Value, $"seed {seed}, query {i}: {query}");
            Assert.Equal(expected.Length, searcher.Count(query));
            foreach ((ScoreDoc hit, (int doc, double score)) in actual.ScoreDocs.OrderBy(h => h.Doc).Zip(expected))
            {
                Assert.Equal(doc, hit.Doc);

                // Each clause's float is off by a few roundings of 2^-24; there are at most some dozens.
                Assert.True(Math.Abs(score - hit.Score) <= 1e-5 * score, $"seed {seed}, {query}: {score} and {hit.Score}");
            }
        }
    }

    [Theory]
    [InlineData(11, 0)]
    [InlineData(12, 0)]
    [InlineData(13, 20)]
    [InlineData(14, 20)]
    [InlineData(156374942, 50)]
    [InlineData(0, 0)]
    [InlineData(0, 50)]
    public void Search_Pruned_EqualsExhaustive(int fixedSeed, int threshold)
    {
        int seed = fixedSeed == 0 ? TestSeed.Next() : fixedSeed;
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        RandomIndex index = new(seed, maxDocs: 1500);
        RandomQueries queries = new(index, seed + 1);
        IndexSearcher pruned = new(index.Reader);
        IndexSearcher parallel = new(index.Reader, new IndexSearcherOptions { MaxDegreeOfParallelism = 3 });
        IndexSearcher exhaustive = new(index.Reader, new IndexSearcherOptions { Exhaustive = true });
        SearchOptions few = new() { TotalHitsThreshold = threshold };

        for (int i = 0; i < 150; i++)
        {
            Query query = i % 3 == 0 ? queries.Boolean(1) : queries.Next();
            int count = 1 + (i % 12);
            TopDocs expected = exhaustive.Search(query, count, CountAll);

            AssertSameHits(expected, pruned.Search(query, count, few), $"seed {seed}, query {i}: {query}");
            AssertSameHits(expected, parallel.Search(query, count, few), $"parallel, seed {seed}, query {i}: {query}");
            TopDocs complete = pruned.Search(query, count, CountAll);
            AssertSameHits(expected, complete, $"complete, seed {seed}, query {i}: {query}");
            Assert.Equal(expected.TotalHits, complete.TotalHits);
            Assert.Equal(expected.TotalHits.Value, pruned.Count(query));
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(0)]
    public void SearchAfter_PageByPage_EqualsOneSearch(int fixedSeed)
    {
        int seed = fixedSeed == 0 ? TestSeed.Next() : fixedSeed;
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        RandomIndex index = new(seed);
        RandomQueries queries = new(index, seed + 1);
        IndexSearcher searcher = new(index.Reader);
        SearchOptions few = new() { TotalHitsThreshold = 5 };

        for (int i = 0; i < 20; i++)
        {
            Query query = queries.Next();
            TopDocs all = searcher.Search(query, 60, few);
            List<ScoreDoc> paged = [];
            TopDocs page = searcher.SearchAfter(null, query, 7, few);
            while (page.ScoreDocs.Count > 0 && paged.Count < 60)
            {
                paged.AddRange(page.ScoreDocs);
                page = searcher.SearchAfter(paged[^1], query, 7, few);
            }

            Assert.Equal(all.ScoreDocs, paged.Take(60));
        }
    }

    [Theory]
    [InlineData(31)]
    [InlineData(0)]
    public void Explain_RandomQueries_GivesTheScore(int fixedSeed)
    {
        int seed = fixedSeed == 0 ? TestSeed.Next() : fixedSeed;
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        RandomIndex index = new(seed);
        RandomQueries queries = new(index, seed + 1);
        IndexSearcher searcher = new(index.Reader);

        for (int i = 0; i < 60; i++)
        {
            Query query = queries.Next();
            TopDocs hits = searcher.Search(query, 10);
            HashSet<int> matching = [.. searcher.Search(query, index.Reader.MaxDoc, CountAll).ScoreDocs.Select(h => h.Doc)];

            Assert.All(hits.ScoreDocs, hit => Assert.Equal(hit.Score, searcher.Explain(query, hit.Doc).Value));
            int other = i % index.Reader.MaxDoc;
            Assert.Equal(matching.Contains(other), searcher.Explain(query, other).IsMatch);
        }
    }

    private static void AssertSameHits(TopDocs expected, TopDocs actual, string what)
    {
        Assert.True(
            expected.ScoreDocs.SequenceEqual(actual.ScoreDocs),
            $"{what}\nexpected {string.Join(" ", expected.ScoreDocs)}\nactual   {string.Join(" ", actual.ScoreDocs)}");
        Assert.True(actual.TotalHits.Value <= expected.TotalHits.Value, what);
        Assert.True(
            actual.TotalHits.Relation == TotalHitsRelation.GreaterThanOrEqualTo || actual.TotalHits == expected.TotalHits, what);
    }
}
