using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Search;

/// <summary>Searches that run out of time return what they have; the clock of the tests ticks when it is looked at.</summary>
public sealed class SearchDeadlineTests : IDisposable
{
    private const int DocumentCount = 20_000;

    private readonly ByteBuffersDirectory _directory = new();
    private readonly DirectoryReader _reader;

    public SearchDeadlineTests()
    {
        using (IndexWriter writer = new(_directory, new IndexWriterConfig(new WhitespaceAnalyzer())))
        {
            for (int i = 0; i < DocumentCount; i++)
            {
                Document document = [];
                document.Add(new TextField("f", $"all t{i}"));
                writer.AddDocument(document);
            }
        }

        _reader = DirectoryReader.Open(_directory);
    }

    [Fact]
    public void Search_TimeForAFewRanges_ReturnsTheHitsFoundInThem()
    {
        // Each look at the clock costs 1.5 ms, so that ranges get shorter and eight looks are all there is time for.
        SearchDeadline deadline = new(TimeSpan.FromMilliseconds(12), new TickingClock(TimeSpan.FromMilliseconds(1.5)));

        TopDocs hits = Search(new TermQuery(new Term("f", "all")), deadline, degree: 1);

        Assert.True(hits.IsPartial);
        Assert.Equal(10, hits.ScoreDocs.Count);
        Assert.InRange(hits.TotalHits.Value, 2048, DocumentCount / 2);
        Assert.Equal(TotalHitsRelation.GreaterThanOrEqualTo, hits.TotalHits.Relation);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Search_NoTimeAtAll_ReturnsNothing(int degree)
    {
        SearchDeadline deadline = new(TimeSpan.Zero);

        TopDocs hits = Search(new TermQuery(new Term("f", "all")), deadline, degree);

        Assert.True(hits.IsPartial);
        Assert.Empty(hits.ScoreDocs);
    }

    [Fact]
    public void Search_TimeRunsOutAmongTheTermsOfAPattern_StopsThere()
    {
        SearchDeadline deadline = new(TimeSpan.FromMilliseconds(3), new TickingClock(TimeSpan.FromMilliseconds(1)));

        Assert.True(Search(new WildcardQuery(new Term("f", "*x")), deadline, degree: 1).IsPartial);
    }

    [Fact]
    public void Search_TimeEnough_IsAsWithoutDeadline()
    {
        Query query = new WildcardQuery(new Term("f", "t*9"));
        TopDocs expected = new IndexSearcher(_reader).Search(query, 10, All);

        TopDocs hits = Search(query, new SearchDeadline(TimeSpan.FromHours(1)), degree: 1);

        Assert.False(hits.IsPartial);
        Assert.Equal(expected.TotalHits, hits.TotalHits);
        Assert.Equal(expected.ScoreDocs, hits.ScoreDocs);
    }

    [Fact]
    public void DocSet_OfAQuery_MatchesTheSameDocumentsInItsSnapshotOnly()
    {
        IndexSearcher searcher = new(_reader);
        Query query = new WildcardQuery(new Term("f", "t*9"));
        DocSet set = DocSet.Find(searcher, query);

        Assert.Equal(searcher.Count(query), set.Count);
        Assert.Equal(searcher.Count(query), searcher.Count(new DocSetQuery(set)));
        Assert.Equal(searcher.Search(query, 50).ScoreDocs, searcher.Search(new DocSetQuery(set), 50).ScoreDocs);
        Assert.Equal(0, searcher.Count(new DocSetQuery(DocSet.Find(searcher, MatchNoDocsQuery.Instance))));
        Assert.InRange(set.SizeInBytes, DocumentCount / 8, DocumentCount);
        using DirectoryReader other = DirectoryReader.Open(_directory);
        Assert.Throws<ArgumentException>(() => new IndexSearcher(other).Count(new DocSetQuery(set)));
    }

    [Fact]
    public void FieldExists_NormsOrDocValues_AreFound()
    {
        using ByteBuffersDirectory directory = new();
        using (IndexWriter writer = new(directory, new IndexWriterConfig(new WhitespaceAnalyzer())))
        {
            Document text = [];
            text.Add(new TextField("text", "a"));
            writer.AddDocument(text);
            Document values = [];
            values.Add(new NumericDocValuesField("number", 3));
            values.Add(new SortedDocValuesField("name", "x"));
            writer.AddDocument(values);
        }

        using DirectoryReader reader = DirectoryReader.Open(directory);
        IndexSearcher searcher = new(reader);

        Assert.Equal([0], Find("text"));
        Assert.Equal([1], Find("number"));
        Assert.Equal([1], Find("name"));
        Assert.Empty(Find("none"));

        IEnumerable<int> Find(string field) => searcher.Search(new FieldExistsQuery(field), 5).ScoreDocs.Select(hit => hit.Doc);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private static readonly SearchOptions All = new() { TotalHitsThreshold = int.MaxValue };

    private TopDocs Search(Query query, SearchDeadline deadline, int degree) =>
        new IndexSearcher(_reader, new IndexSearcherOptions { MaxDegreeOfParallelism = degree })
            .Search(query, 10, All with { Deadline = deadline });

    private sealed class TickingClock(TimeSpan step) : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now += step.Ticks;
    }
}
