using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Similarities;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Search;

public sealed class IndexSearcherTests
{
    private static readonly TermQuery A = new(new Term("f", "a"));

    [Fact]
    public void Search_EmptyQueries_MatchNothing()
    {
        IndexSearcher searcher = new(Index("a b", "b"));

        Assert.Empty(searcher.Search(new BooleanQuery.Builder().Build(), 5).ScoreDocs);
        Assert.Empty(searcher.Search(new PhraseQuery("f"), 5).ScoreDocs);
        Assert.Empty(searcher.Search(new SynonymQuery(), 5).ScoreDocs);
        Assert.Empty(searcher.Search(new DisjunctionMaxQuery([], 0), 5).ScoreDocs);
        Assert.Empty(searcher.Search(new TermQuery(new Term("none", "a")), 5).ScoreDocs);
        Assert.Empty(searcher.Search(new BooleanQuery.Builder().Add(A, Occur.MustNot).Build(), 5).ScoreDocs);
        Assert.Empty(new IndexSearcher(new NaiveIndexReader([])).Search(MatchAllDocsQuery.Instance, 5).ScoreDocs);
    }

    [Fact]
    public void Search_TooManyClauses_NamesTheLimit()
    {
        IndexSearcher searcher = new(Index("a"), new IndexSearcherOptions { MaxClauseCount = 3 });
        BooleanQuery.Builder builder = new();
        for (int i = 0; i < 4; i++)
        {
            builder.Add(new TermQuery(new Term("f", $"{i}")), Occur.Should);
        }

        QueryTooComplexException error = Assert.Throws<QueryTooComplexException>(
            () => searcher.Count(new ConstantScoreQuery(builder.Build())));

        Assert.Equal(QueryLimit.Clauses, error.Limit);
        Assert.Equal(3, error.Maximum);
    }

    [Fact]
    public void Search_TooDeeplyNested_NamesTheLimit()
    {
        IndexSearcher searcher = new(Index("a"));
        Query query = A;
        for (int i = 0; i < 100_000; i++)
        {
            query = new BooleanQuery.Builder().Add(query, Occur.Must).Add(A, Occur.Should).Build();
        }

        Assert.Equal(QueryLimit.Nesting, Assert.Throws<QueryTooComplexException>(() => searcher.Search(query, 1)).Limit);
    }

    [Fact]
    public void Search_CancelledToken_Throws()
    {
        IndexSearcher searcher = new(Index("a"));

        Assert.Throws<OperationCanceledException>(() => searcher.Search(A, 1, null, new CancellationToken(true)));
    }

    [Fact]
    public void Search_ClosedReader_Throws()
    {
        NaiveIndexReader reader = Index("a");
        IndexSearcher searcher = new(reader);
        searcher.Search(A, 1);
        reader.Dispose();

        Assert.True(reader.IsClosed);
        Assert.Throws<ObjectDisposedException>(() => searcher.Search(A, 1));
    }

    [Fact]
    public void Search_ThresholdPassed_ReportsLowerBound()
    {
        IndexSearcher searcher = new(Index([.. Enumerable.Repeat("a", 3000)]));

        TopDocs few = searcher.Search(A, 10);
        TopDocs all = searcher.Search(A, 10, new SearchOptions { TotalHitsThreshold = int.MaxValue });
        TopDocs constant = searcher.Search(new ConstantScoreQuery(A), 10);

        Assert.Equal(TotalHitsRelation.GreaterThanOrEqualTo, few.TotalHits.Relation);
        Assert.InRange(few.TotalHits.Value, 1001, 3000);
        Assert.Equal(new TotalHits(3000, TotalHitsRelation.EqualTo), all.TotalHits);
        Assert.Equal(TotalHitsRelation.GreaterThanOrEqualTo, constant.TotalHits.Relation);
        Assert.Equal(all.ScoreDocs, few.ScoreDocs);
    }

    [Fact]
    public void Search_TerminateAfter_CountsNoMore()
    {
        IndexSearcher searcher = new(Index([.. Enumerable.Repeat("a", 3000)]));

        TopDocs hits = searcher.Search(A, 10, new SearchOptions { TerminateAfter = 50 });

        Assert.Equal(new TotalHits(50, TotalHitsRelation.GreaterThanOrEqualTo), hits.TotalHits);
        Assert.Equal(Enumerable.Range(0, 10), hits.ScoreDocs.Select(hit => hit.Doc));
    }

    [Fact]
    public void Search_SloppyPhrase_ScoresByDistance()
    {
        IndexSearcher searcher = new(Index("a b c", "a x b c", "b a c c", "c c c c"));
        PhraseQuery phrase = new(2, "f", "a", "b");

        TopDocs hits = searcher.Search(phrase, 5);

        Assert.Equal([0, 1, 2], hits.ScoreDocs.Select(hit => hit.Doc));
        Explanation explanation = searcher.Explain(phrase, 2);
        Assert.Equal(1f / 3, explanation.Details.Single(d => d.Description.StartsWith("freq", StringComparison.Ordinal)).Value);
    }

    [Fact]
    public void GetMatches_PhraseAndTerms_GivesTheirPlaces()
    {
        IndexSearcher searcher = new(Index("a b a c a b"));
        Query query = new BooleanQuery.Builder().Add(new PhraseQuery("f", "a", "b"), Occur.Must)
            .Add(new TermQuery(new Term("f", "c")), Occur.Should).Add(new TermQuery(new Term("f", "d")), Occur.MustNot).Build();

        IReadOnlyList<MatchSpan> matches = searcher.GetMatches(query, 0, "f");

        Assert.Equal([(0, 3), (6, 7), (8, 11)], matches.Select(m => (m.StartOffset, m.EndOffset)));
        Assert.Empty(searcher.GetMatches(new PhraseQuery("f", "b", "b"), 0));
    }

    [Fact]
    public void Queries_SameContent_AreEqual()
    {
        static Query[] All() =>
        [
            new TermQuery(new Term("f", "a")), new PhraseQuery("f", "a", "b"), new PhraseQuery(1, "f", "a", "b"),
            new PrefixQuery(new Term("f", "a")), new WildcardQuery(new Term("f", "a")), new RegexpQuery(new Term("f", "a")),
            new FuzzyQuery(new Term("f", "a")), new TermRangeQuery("f", "a", null), new NumericDocValuesRangeQuery("f", 1, 2),
            new ConstantScoreQuery(A), new BoostQuery(A, 2), new DisjunctionMaxQuery([A], 0.5f), new SynonymQuery(A.Term),
            new MatchAllDocsQuery(), new MatchNoDocsQuery(), new BooleanQuery.Builder().Add(A, Occur.Must).Build(),
        ];

        Query[] left = All(), right = All();

        Assert.Equal(left, right);
        Assert.Equal(left.Select(q => q.GetHashCode()), right.Select(q => q.GetHashCode()));
        Assert.Equal(left.Length, left.Concat(right).Distinct().Count());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(23, 23)]
    [InlineData(40, 40)]
    [InlineData(41, 40)]
    [InlineData(42, 42)]
    [InlineData(1000, 984)]
    [InlineData(int.MaxValue, 2013265944)]
    public void NormEncoding_Length_RoundsDown(int length, int expected) =>
        Assert.Equal(expected, NormEncoding.Decode(NormEncoding.Encode(length)));

    [Fact]
    public void NormEncoding_AllCodes_RoundTrip() => Assert.All(
        Enumerable.Range(0, 256),
        code => Assert.Equal((sbyte)code, NormEncoding.Encode(NormEncoding.Decode((sbyte)code))));

    private static NaiveIndexReader Index(params string[] texts) =>
        new([[.. texts.Select(text => new NaiveDocument().AddText("f", text))]]);
}
