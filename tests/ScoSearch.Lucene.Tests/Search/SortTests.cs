using System.Text;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.TestSupport;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Search;

public sealed class SortTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0)]
    public void Search_RandomSorts_EqualsFullSort(int fixedSeed)
    {
        int seed = fixedSeed == 0 ? TestSeed.Next() : fixedSeed;
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        Random random = new(seed);
        RandomIndex index = new(seed, maxDocs: 200);
        IndexSearcher searcher = new(index.Reader);
        IndexSearcher parallel = new(index.Reader, new IndexSearcherOptions { MaxDegreeOfParallelism = 2 });
        SearchOptions all = new() { TotalHitsThreshold = int.MaxValue };
        for (int i = 0; i < 40; i++)
        {
            Query query = new TermQuery(new Term(RandomIndex.Field, index.Word()));
            SortField[] keys = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomKey(random))];
            SearchOptions sorted = new() { Sort = new Sort(keys) };
            TopDocs hits = searcher.Search(query, index.Reader.MaxDoc, all);
            ScoreDoc[] expected = [.. hits.ScoreDocs.Order(Comparer<ScoreDoc>.Create((a, b) => Compare(keys, index, a, b)))];
            int count = random.Next(1, 15);

            TopDocs actual = searcher.Search(query, count, sorted);

            string what = $"seed {seed}: {string.Join("; ", keys.AsEnumerable())}";
            Assert.True(expected.Take(count).Select(h => h.Doc).SequenceEqual(actual.ScoreDocs.Select(h => h.Doc)), what);
            Assert.Equal(hits.TotalHits, searcher.Search(query, count, sorted with { TotalHitsThreshold = int.MaxValue }).TotalHits);
            Assert.Equal(actual.ScoreDocs.Select(h => h.Doc), parallel.Search(query, count, sorted).ScoreDocs.Select(h => h.Doc));
            if (actual.ScoreDocs.Count == count)
            {
                TopDocs next = searcher.SearchAfter(actual.ScoreDocs[^1], query, count, sorted);
                Assert.True(
                    expected.Skip(count).Take(count).Select(h => h.Doc).SequenceEqual(next.ScoreDocs.Select(h => h.Doc)), what);
            }
        }
    }

    [Fact]
    public void Search_ByDocValues_ReturnsTheKeys()
    {
        NaiveDocument[] documents =
        [
            new NaiveDocument { Numbers = { ["n"] = BitConverter.DoubleToInt64Bits(2.5) }, Strings = { ["s"] = "乙" } },
            new NaiveDocument { Numbers = { ["n"] = BitConverter.DoubleToInt64Bits(-1.5) } },
        ];
        IndexSearcher searcher = new(new NaiveIndexReader([documents]));
        Sort sort = new(new SortField("n", SortFieldType.Double), new SortField("s", SortFieldType.String));

        TopDocs hits = searcher.Search(MatchAllDocsQuery.Instance, 5, new SearchOptions { Sort = sort, ComputeScores = true });

        Assert.Equal([-1.5, null], Assert.IsType<FieldDoc>(hits.ScoreDocs[0]).Fields);
        Assert.Equal([2.5, "乙"], Assert.IsType<FieldDoc>(hits.ScoreDocs[1]).Fields);
        Assert.Equal(1f, hits.ScoreDocs[0].Score);
    }

    private static SortField RandomKey(Random random)
    {
        MissingValue? missing = random.Next(3) switch { 0 => MissingValue.First, 1 => MissingValue.Last, _ => null };
        bool reverse = random.Next(2) == 0;
        return random.Next(5) switch
        {
            0 => new SortField(null, SortFieldType.Score, reverse),
            1 => new SortField(null, SortFieldType.Doc, reverse),
            2 => new SortField("string", SortFieldType.String, reverse) { Missing = missing },
            _ => new SortField("number", SortFieldType.Long, reverse) { Missing = missing },
        };
    }

    private static int Compare(SortField[] keys, RandomIndex index, ScoreDoc a, ScoreDoc b)
    {
        foreach (SortField key in keys)
        {
            int order = key.Type switch
            {
                SortFieldType.Score => b.Score.CompareTo(a.Score),
                SortFieldType.Doc => a.Doc.CompareTo(b.Doc),
                SortFieldType.String => CompareStrings(key, index.Documents[a.Doc], index.Documents[b.Doc]),
                _ => CompareNumbers(key, index.Documents[a.Doc], index.Documents[b.Doc]),
            };
            bool isFinal = key.Type is SortFieldType.String or SortFieldType.Long;
            if (order != 0)
            {
                return key.Reverse && !isFinal ? -order : order;
            }
        }

        return a.Doc.CompareTo(b.Doc);
    }

    private static int CompareStrings(SortField key, NaiveDocument a, NaiveDocument b)
    {
        string? left = a.Strings.GetValueOrDefault("string"), right = b.Strings.GetValueOrDefault("string");
        if (left is null || right is null)
        {
            bool first = key.Missing is null ? !key.Reverse : key.Missing == MissingValue.First;
            return (left is null ? 0 : 1).CompareTo(right is null ? 0 : 1) * (first ? 1 : -1);
        }

        int order = Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
        return key.Reverse ? -order : order;
    }

    private static int CompareNumbers(SortField key, NaiveDocument a, NaiveDocument b)
    {
        bool hasLeft = a.Numbers.TryGetValue("number", out long left), hasRight = b.Numbers.TryGetValue("number", out long right);
        if (key.Missing is not null && hasLeft != hasRight)
        {
            return hasLeft == (key.Missing == MissingValue.First) ? 1 : -1;
        }

        return key.Reverse ? right.CompareTo(left) : left.CompareTo(right);
    }
}
