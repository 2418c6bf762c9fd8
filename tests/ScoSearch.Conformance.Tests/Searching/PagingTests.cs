using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Conformance.Tests.Searching;

/// <summary>Pages after a hit, put together, are the reference's whole result.</summary>
public sealed class PagingTests
{
    private const int PageSize = 7;

    [LuceneTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pages_AfterTheLastHit_AreTheReferencesResult(bool sorted)
    {
        using TemporaryFolder folder = new();
        LuceneJudge.Shared.BuildKind(folder.Path, "deletions", 3);
        using FSDirectory directory = FSDirectory.Open(folder.Path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        IndexSearcher searcher = new(reader);
        Random random = TestSeed.NewRandom(sorted ? 1 : 2);
        RandomQueries specifications = new(random);
        for (int i = 0; i < 66; i++)
        {
            string query = specifications.Next(RandomQueries.Kinds[i % RandomQueries.Kinds.Count]);
            string? sort = sorted ? specifications.SortOfSingleValues() : null;
            string[] options = sort is null ? [] : ["sort=" + sort];

            IEnumerable<int> expected = LuceneJudge.Shared.Search(folder.Path, query, 1000, options).Hits
                .Select(h => h.Doc);
            IEnumerable<int> actual = AllPages(searcher, EngineQueries.Parse(query), sort);

            Assert.True(expected.SequenceEqual(actual), $"{query} sort {sort}; {TestSeed.Hint}");
        }
    }

    private static List<int> AllPages(IndexSearcher searcher, Query query, string? sort)
    {
        List<int> docs = [];
        SearchOptions options = new() { Sort = sort is null ? null : EngineSorts.Parse(sort) };
        while (true)
        {
            IReadOnlyList<ScoreDoc> page = searcher.Search(query, PageSize, options).ScoreDocs;
            docs.AddRange(page.Select(h => h.Doc));
            if (page.Count < PageSize)
            {
                return docs;
            }

            options = options with { After = page[^1] };
        }
    }
}
