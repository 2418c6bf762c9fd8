using System.Globalization;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Similarities;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Conformance.Tests.Searching;

/// <summary>Runs queries with the engine and with the reference over the same directory.</summary>
internal sealed class SearchComparison(IndexReader reader, string directory)
{
    private static readonly (float K1, float B)[] Similarities = [(1.2f, 0.75f), (0.9f, 0.4f), (0, 0.75f), (2, 0)];

    /// <summary>Compares random queries of every kind, some of them sorted, some with other parameters.</summary>
    public static void AssertEqual(string path, int queries, Random random)
    {
        using FSDirectory directory = FSDirectory.Open(path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        SearchComparison comparison = new(reader, path);
        RandomQueries specifications = new(random);
        List<string> differences = [];
        for (int i = 0; i < queries; i++)
        {
            string query = specifications.Next(RandomQueries.Kinds[i % RandomQueries.Kinds.Count]);
            string? sort = random.Next(4) == 0 ? specifications.SortOfSingleValues() : null;
            (float k1, float b) = Similarities[random.Next(8) % 5 % 4];
            int count = random.Next(3) == 0 ? 1000 : random.Next(1, 20);
            if (comparison.Difference(query, count, sort, k1, b) is { } difference)
            {
                differences.Add(difference);
            }
        }

        Assert.True(
            differences.Count == 0,
            $"{differences.Count} of {queries} queries differ; {TestSeed.Hint}\n"
            + string.Join("\n\n", differences.OrderBy(d => d.Length).Take(5)));
    }

    /// <summary>What differs between the two; null when hits, order, score bits and totals are equal.</summary>
    public string? Difference(string query, int count, string? sort, float k1, float b)
    {
        string parameters = string.Create(CultureInfo.InvariantCulture, $"n={count} sort={sort} k1={k1} b={b}");
        JudgeHits expected = LuceneJudge.Shared.Search(directory, query, count, ReferenceOptions(sort, k1, b));
        IndexSearcher searcher = new(reader, new IndexSearcherOptions { Similarity = new Bm25Similarity(k1, b) });
        Query ours = EngineQueries.Parse(query);
        SearchOptions exact = new()
        {
            Sort = sort is null ? null : EngineSorts.Parse(sort),
            TotalHitsThreshold = int.MaxValue,
        };
        try
        {
            JudgeHits actual = EngineSorts.Describe(searcher.Search(ours, count, exact));
            if (!SameHits(expected, actual) || expected.Total != actual.Total || !actual.IsExact)
            {
                return $"{query} {parameters}: expected\n{Text(expected)}\nbut was\n{Text(actual)}";
            }

            JudgeHits pruned = EngineSorts.Describe(
                searcher.Search(ours, count, exact with { TotalHitsThreshold = count }));
            bool plausible = pruned.IsExact ? pruned.Total == actual.Total : pruned.Total <= actual.Total;
            return SameHits(actual, pruned) && plausible
                ? null
                : $"{query} {parameters}, pruned: expected\n{Text(actual)}\nbut was\n{Text(pruned)}";
        }
        catch (Exception failure) when (failure is not JudgeException)
        {
            return $"{query} {parameters}: {failure}";
        }
    }

    // A missing number has no value of ours, and has the value that stands for it in the reference. The reference does
    // not give the score of a sorted hit.
    private static bool SameHits(JudgeHits expected, JudgeHits actual) =>
        expected.Hits.Count == actual.Hits.Count
        && expected.Hits.Zip(actual.Hits).All(pair =>
            pair.First.Doc == pair.Second.Doc
            && (pair.First.ScoreBits == pair.Second.ScoreBits || pair.First.ScoreBits == "-")
            && pair.First.SortValues.Split(',').Zip(pair.Second.SortValues.Split(','))
                .All(values => values.First == values.Second || values.Second == "null"));

    private static string Text(JudgeHits hits) =>
        (hits with { Hits = [.. hits.Hits.Take(12)] }).Describe();

    private static string[] ReferenceOptions(string? sort, float k1, float b)
    {
        string[] options =
        [
            string.Create(CultureInfo.InvariantCulture, $"k1={k1}"),
            string.Create(CultureInfo.InvariantCulture, $"b={b}"),
            "threshold=2147483647",
        ];
        return sort is null ? options : [.. options, "sort=" + sort];
    }
}
