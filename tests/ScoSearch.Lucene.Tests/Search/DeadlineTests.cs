using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Lucene.Tests.Search;

/// <summary>A search that is told to stop stops soon, with what it has: by counting how often it asks, not by time.</summary>
public sealed class DeadlineTests : IDisposable
{
    private const int DocCount = 20_000;

    private readonly ByteBuffersDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    // One segment: each document has a term of its own and one that all have.
    public DeadlineTests()
    {
        using IndexWriter writer = new(_directory, new IndexWriterConfig(new SpaceAnalyzer()) { MergeThreads = 0 });
        for (int i = 0; i < DocCount; i++)
        {
            writer.AddDocument([new TextField("f", FormattableString.Invariant($"t{i:D5} all"))]);
        }

        writer.ForceMerge(1);
        writer.Commit();
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
    }

    public static TheoryData<string, Query> DictionaryWalks => new()
    {
        { "prefix", new PrefixQuery(new Term("f", "t")) },
        { "wildcard", new WildcardQuery(new Term("f", "t*7*")) },
        { "regular expression", new RegexpQuery(new Term("f", "t[0-9]*[13579]")) },
        { "range", new TermRangeQuery("f", "t0", "t9") },
        { "fuzzy", new FuzzyQuery(new Term("f", "t00000"), 2, 0, maxExpansions: 20_000) },
    };

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [MemberData(nameof(DictionaryWalks))]
    public void Search_ToldToStopDuringAWalkOfTheDictionary_EndsWithPartOfTheMatches(string kind, Query query)
    {
        IndexSearcher searcher = new(_reader, new IndexSearcherOptions { MaxClauseCount = DocCount });
        CountingCollector all = new(int.MaxValue);
        CountingCollector stopped = new(2);

        searcher.Search(query, all);
        searcher.Search(query, stopped);

        // Not asked again during the walk; only once more by each loop around it.
        Assert.True(stopped.Count < all.Count, $"{kind}: {stopped.Count} of {all.Count}");
        Assert.InRange(stopped.Asked, 3, 6);
        Assert.True(all.Asked > 8, $"{kind}: asked {all.Asked} times");
    }

    [Theory]
    [InlineData("*zz*")]
    [InlineData("?????x")]
    public void Search_PatternWithoutMatches_AsksDuringTheWalk(string pattern)
    {
        CountingCollector all = new(int.MaxValue);
        CountingCollector stopped = new(2);

        _searcher.Search(new WildcardQuery(new Term("f", pattern)), all);
        _searcher.Search(new WildcardQuery(new Term("f", pattern)), stopped);

        Assert.True(all.Asked > 8, $"asked {all.Asked} times");
        Assert.InRange(stopped.Asked, 3, 6);
    }

    [Fact]
    public void Search_ToldToStopInOneBigSegment_StopsWithinSomeThousandDocuments()
    {
        CountingCollector stopped = new(1);

        _searcher.Search(new TermQuery(new Term("f", "all")), stopped);

        Assert.InRange(stopped.Count, 1, 2 * 4096);
    }

    [Fact]
    public void Search_DeadlineIsOver_CountsAsALowerBound()
    {
        using CancellationTokenSource over = new();
        over.Cancel();

        foreach (int parallelism in (ReadOnlySpan<int>)[1, 2])
        {
            IndexSearcher searcher = new(_reader, new IndexSearcherOptions { MaxDegreeOfParallelism = parallelism });
            TopDocs found = searcher.Search(
                new WildcardQuery(new Term("f", "t*9")), 10, new SearchOptions { Deadline = over.Token });

            Assert.Equal(TotalHitsRelation.GreaterThanOrEqualTo, found.TotalHits.Relation);
        }
    }

    [Fact]
    public void Matcher_DeadlineIsOver_LeavesOutThePlacesOfPatterns()
    {
        using CancellationTokenSource over = new();
        over.Cancel();
        WildcardQuery last = new(new Term("f", "*19999"));

        Assert.Single(_searcher.CreateMatcher(last).GetMatches(DocCount - 1));
        Assert.Empty(_searcher.CreateMatcher(last, over.Token).GetMatches(DocCount - 1));
        Assert.Single(_searcher.CreateMatcher(new TermQuery(new Term("f", "all")), over.Token).GetMatches(0));
    }

    [Fact]
    public void Search_TooManyTermsForAPattern_NamesThatLimitAndLeavesPrefixesAlone()
    {
        IndexSearcher searcher = new(_reader, new IndexSearcherOptions { MaxPatternTerms = 500 });

        QueryTooComplexException wildcard = Assert.Throws<QueryTooComplexException>(
            () => searcher.Count(new WildcardQuery(new Term("f", "t*"))));
        QueryTooComplexException regexp = Assert.Throws<QueryTooComplexException>(
            () => searcher.Count(new RegexpQuery(new Term("f", "t.*"))));

        Assert.Equal((QueryLimit.Expansions, 500), (wildcard.Limit, wildcard.Maximum));
        Assert.Equal((QueryLimit.Expansions, 500), (regexp.Limit, regexp.Maximum));
        Assert.Equal(100, searcher.Count(new WildcardQuery(new Term("f", "t000??"))));
        Assert.Equal(DocCount, searcher.Count(new PrefixQuery(new Term("f", "t"))));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new IndexSearcher(_reader, new IndexSearcherOptions { MaxPatternTerms = 0 }));
    }

    private sealed class CountingCollector(int allowed) : Collector
    {
        public int Asked { get; private set; }

        public int Count { get; private set; }

        public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

        public override bool MustStop => ++Asked > allowed;

        public override LeafCollector GetLeafCollector(LeafReaderContext leaf) => new Leaf(this);

        private sealed class Leaf(CountingCollector owner) : LeafCollector
        {
            public override void Collect(int docId, float score) => owner.Count++;
        }
    }
}
