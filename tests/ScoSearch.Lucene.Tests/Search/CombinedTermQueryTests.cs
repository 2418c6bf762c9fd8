using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Similarities;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Search;

public sealed class CombinedTermQueryTests : IDisposable
{
    private const int DocumentCount = 3000;
    private const float K1 = 0.4f;
    private const float B = 0.3f;
    private static readonly string[] Words = ["a", "b", "c", "d", "e", "f"];

    private readonly ByteBuffersDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly List<(string[] Title, string[] Text)> _documents = [];

    public CombinedTermQueryTests()
    {
        Random random = TestSeed.NewRandom(71);
        using IndexWriter writer = new(
            _directory, new IndexWriterConfig(new WhitespaceAnalyzer()) { MaxBufferedDocs = 1100 });
        for (int i = 0; i < DocumentCount; i++)
        {
            (string[] title, string[] text) = (Draw(random, 4), Draw(random, 30));
            _documents.Add((title, text));
            Document document = [];
            document.Add(new TextField("title", string.Join(' ', title)));
            document.Add(new TextField("text", string.Join(' ', text)));
            document.Add(new StoredField("number", i));
            writer.AddDocument(document);
        }

        writer.Commit();
        _reader = DirectoryReader.Open(_directory);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Search_OneTerm_ScoresTheWeightedSumOfBothFields()
    {
        IndexSearcher searcher = NewSearcher(exhaustive: false);

        foreach (string word in Words)
        {
            TopDocs found = searcher.Search(Query(word, 2f), DocumentCount);
            Assert.Equal(_documents.Count(d => d.Title.Contains(word) || d.Text.Contains(word)), found.ScoreDocs.Count);
            foreach (ScoreDoc hit in found.ScoreDocs)
            {
                // Off by a few roundings of 2^-24; rounding both to decimals would tell neighbours apart at the border.
                double expected = ExpectedScore(word, 2f, NumberOf(hit.Doc));
                Assert.Equal(expected, hit.Score, 1e-5 * expected);
            }
        }
    }

    [Fact]
    public void Search_AnyOfSeveral_FindsPrunedWhatItFindsExhaustively()
    {
        Random random = TestSeed.NewRandom(72);
        IndexSearcher pruning = NewSearcher(exhaustive: false);
        IndexSearcher exhaustive = NewSearcher(exhaustive: true);
        for (int round = 0; round < 60; round++)
        {
            BooleanQuery.Builder any = new();
            foreach (string word in Words.Where(_ => random.Next(2) == 0).DefaultIfEmpty("a"))
            {
                any.Add(new BoostQuery(Query(word, random.Next(1, 4) / 2f), random.Next(1, 5) / 2f), Occur.Should);
            }

            Query query = any.Build();
            SearchOptions counting = new() { TotalHitsThreshold = 0 };
            TopDocs fast = pruning.Search(query, 10, counting);
            TopDocs slow = exhaustive.Search(query, 10, counting);
            Assert.True(fast.ScoreDocs.SequenceEqual(slow.ScoreDocs), $"{query}, {TestSeed.Hint}");
        }
    }

    [Fact]
    public void GetMatches_OfOneField_AreThePositionsInIt()
    {
        int docId = Enumerable.Range(0, DocumentCount).First(i => _documents[NumberOf(i)].Text.Contains("a"));
        string[] text = _documents[NumberOf(docId)].Text;

        IReadOnlyList<MatchSpan> matches = NewSearcher(exhaustive: false).GetMatches(Query("a", 1f), docId, "text");

        Assert.Equal(Enumerable.Range(0, text.Length).Where(i => text[i] == "a"), matches.Select(m => m.StartPosition));
    }

    [Fact]
    public void Constructor_BadTerms_Throws()
    {
        Assert.Throws<ArgumentException>(() => new CombinedTermQuery());
        Assert.Throws<ArgumentException>(() => new CombinedTermQuery((new Term("f", "a"), 1f), (new Term("f", "b"), 1f)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CombinedTermQuery((new Term("f", "a"), 0f)));
        Assert.Equal(Query("a", 1f), Query("a", 1f));
        Assert.NotEqual(Query("a", 1f), Query("a", 2f));
    }

    private static CombinedTermQuery Query(string word, float titleWeight) =>
        new((new Term("text", word), 1f), (new Term("title", word), titleWeight));

    // Later words are rarer.
    private static string[] Draw(Random random, int most) =>
        [.. Enumerable.Range(0, random.Next(1, most)).Select(_ => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 3))])];

    private IndexSearcher NewSearcher(bool exhaustive) => new(
        _reader, new IndexSearcherOptions { Similarity = new Bm25Similarity(K1, B), Exhaustive = exhaustive });

    private int NumberOf(int docId) =>
        int.Parse(_reader.GetDocument(docId).Get("number")!, System.Globalization.CultureInfo.InvariantCulture);

    // Lengths below 40 are kept exactly by the norms.
    private float ExpectedScore(string word, float titleWeight, int number)
    {
        double titleAverage = _documents.Average(d => d.Title.Length);
        double textAverage = _documents.Average(d => d.Text.Length);
        (string[] title, string[] text) = _documents[number];
        double share = (text.Count(w => w == word) / (K1 * (1 - B + (B * text.Length / textAverage))))
            + (titleWeight * title.Count(w => w == word) / (K1 * (1 - B + (B * title.Length / titleAverage))));
        double frequency = Math.Max(_documents.Count(d => d.Title.Contains(word)), _documents.Count(d => d.Text.Contains(word)));
        double idf = Math.Log(1 + ((DocumentCount - frequency + 0.5) / (frequency + 0.5)));
        return (float)(idf * share / (1 + share));
    }
}
