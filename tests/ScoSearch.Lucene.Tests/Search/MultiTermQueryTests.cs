using System.Text;
using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Tests.Automata;
using ScoSearch.TestSupport;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Search;

public sealed class MultiTermQueryTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0)]
    public void Search_RandomPatterns_MatchesDocumentsWithSelectedTerms(int fixedSeed)
    {
        int seed = fixedSeed == 0 ? TestSeed.Next() : fixedSeed;
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        Random random = new(seed);
        RandomIndex index = new(seed, maxDocs: 300);
        IndexSearcher searcher = new(index.Reader);
        for (int i = 0; i < 80; i++)
        {
            (Query query, Func<string, bool> selects) = RandomQuery(random, index);
            int[] expected =
            [
                .. index.Documents.Select((document, doc) => (document, doc)).Where(pair => !pair.document.IsDeleted
                    && pair.document.Tokens.TryGetValue(RandomIndex.Field, out List<NaiveToken>? tokens)
                    && tokens.Any(token => selects(token.Term))).Select(pair => pair.doc),
            ];

            TopDocs actual = searcher.Search(
                query, Math.Max(1, index.Reader.MaxDoc), new SearchOptions { TotalHitsThreshold = int.MaxValue });

            Assert.Equal(expected, actual.ScoreDocs.Select(hit => hit.Doc));
            Assert.All(actual.ScoreDocs, hit => Assert.Equal(1f, hit.Score));
            Assert.Equal(expected.Length, searcher.Count(query));
        }
    }

    [Fact]
    public void Search_PrefixOfManyTerms_MatchesWithListAndBits()
    {
        // 3,000 documents with a word of their own each, so that 16 terms are passed; "k1" selects few, "k" all.
        NaiveDocument[] documents =
            [.. Enumerable.Range(0, 3000).Select(i => new NaiveDocument().AddText("f", $"{(i % 150 == 0 ? "r" : "k")}{i}"))];
        IndexSearcher searcher = new(new NaiveIndexReader([documents]));

        Assert.Equal(20, searcher.Count(new PrefixQuery(new Term("f", "r"))));
        Assert.Equal(2980, searcher.Count(new PrefixQuery(new Term("f", "k"))));
        QueryTooComplexException error = Assert.Throws<QueryTooComplexException>(
            () => new IndexSearcher(new NaiveIndexReader([documents]), new IndexSearcherOptions { MaxTermExpansions = 100 })
                .Count(new PrefixQuery(new Term("f", "k"))));
        Assert.Equal(QueryLimit.Expansions, error.Limit);
    }

    [Fact]
    public void Search_Fuzzy_RanksNearerTermsFirstAndBlendsFrequencies()
    {
        // Values from Apache Lucene 8.7 for the same eleven documents (whitespace analyzer, default similarity).
        string[] texts = ["a", "b", "bc", "ab", "ba", "abc", "acb", "bca cab", "5 7 d", "中文 文中 中", "x x x y"];
        NaiveDocument[] documents = [.. texts.Select(text => new NaiveDocument().AddText("f", text))];
        IndexSearcher searcher = new(new NaiveIndexReader([documents]));

        Assert.Equal(
            [(5, 1.1418898f), (6, 0.76125985f), (7, 0.5919009f), (2, 0.5709449f), (3, 0.5709449f), (0, 0f), (1, 0f), (4, 0f)],
            Hits(searcher, new FuzzyQuery(new Term("f", "abc"), 2)));
        Assert.Equal(
            [(3, 1.1418898f), (4, 0.5709449f), (5, 0.5709449f), (6, 0.5709449f), (7, 0.44392568f), (0, 0f), (1, 0f)],
            Hits(searcher, new FuzzyQuery(new Term("f", "ab"), 1)));
        Assert.Equal([(9, 1.0894134f)], Hits(searcher, new FuzzyQuery(new Term("f", "文中"), 1)));
        Assert.Equal([(9, 0.72627556f)], Hits(searcher, new FuzzyQuery(new Term("f", "文中"), 0)));
        Assert.Empty(Hits(searcher, new FuzzyQuery(new Term("f", "c"), 0)));
        Assert.Equal(2, searcher.Search(new FuzzyQuery(new Term("f", "ab"), 1, 0, maxExpansions: 2), 9).ScoreDocs.Count);
    }

    private static IEnumerable<(int, float)> Hits(IndexSearcher searcher, Query query) =>
        searcher.Search(query, 20).ScoreDocs.Select(hit => (hit.Doc, hit.Score));

    private static (Query Query, Func<string, bool> Selects) RandomQuery(Random random, RandomIndex index)
    {
        string word = index.Word();
        switch (random.Next(4))
        {
            case 0:
                string prefix = word[..random.Next(word.Length + 1)];
                return (new PrefixQuery(new Term(RandomIndex.Field, prefix)),
                    term => term.StartsWith(prefix, StringComparison.Ordinal));
            case 1:
                string pattern = word[..1] + (random.Next(2) == 0 ? "*" : "?") + (random.Next(2) == 0 ? word[^1..] : "");
                RegexpFactory factory = new();
                RegexpAutomaton wildcard = new(factory, WildcardParser.Parse(pattern, factory), 1000);
                return (new WildcardQuery(new Term(RandomIndex.Field, pattern)), term => AutomatonRunner.Accepts(wildcard, term));
            case 2:
                string expression = $"{word}|[ab中]{{1,2}}.*";
                return (new RegexpQuery(new Term(RandomIndex.Field, expression)),
                    term => AutomatonRunner.RegexpAccepts(expression, term));
            default:
                string upper = index.Word();
                bool includes = random.Next(2) == 0;
                return (new TermRangeQuery(RandomIndex.Field, word, upper, includes, includes),
                    term => Compare(term, word) > (includes ? -1 : 0) && Compare(term, upper) < (includes ? 1 : 0));
        }
    }

    private static int Compare(string left, string right) =>
        Math.Sign(Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));
}
