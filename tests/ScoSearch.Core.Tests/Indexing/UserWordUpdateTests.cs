using System.IO;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using Directory = System.IO.Directory;

namespace ScoSearch.Core.Tests.Indexing;

public sealed class UserWordUpdateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Apply_NewWord_AnalysesOnlyTheParagraphsWithIt()
    {
        DictionarySet before = With("上合组织");
        Build("index", before, "新质生产力是重点。\n\n别的段落。\n\n發展新質生產力。\n");

        UserWordChange change = UserWordUpdate.Apply(_folder["index"], before, before.Words.With(new UserWord("新质生产力", null)));

        Assert.Equal((1, 2), (change.Words, change.Paragraphs));
        DictionarySet after = before with { Words = before.Words.With(new UserWord("新质生产力", null)) };
        using ScoSearchIndex index = ScoSearchIndex.Open(_folder["index"], after);
        SearchResponse answer = index.Search(new SearchRequest("新质生产力"));
        Assert.Equal(2, answer.Total.Value);
        Assert.All(answer.Hits, hit => Assert.Equal("word", hit.Match));
        Assert.Throws<IndexMismatchException>(() => ScoSearchIndex.Open(_folder["index"], before));
    }

    [Fact]
    public void Apply_Again_ChangesNothing()
    {
        DictionarySet before = With("上合组织");
        UserWords after = before.Words.Without("上合组织");
        Build("index", before, "上合组织。\n");
        UserWordUpdate.Apply(_folder["index"], before, after);
        long generation = IndexStatistics.Read(_folder["index"]).Generation;

        UserWordChange again = UserWordUpdate.Apply(_folder["index"], before, after);

        Assert.Equal((0, 0), (again.Words, again.Paragraphs));
        Assert.Equal(generation, IndexStatistics.Read(_folder["index"]).Generation);
    }

    [Theory]
    [InlineData("5G", "a5G网络。", 1)]
    [InlineData("5G网络", "a5G网络。", 1)]
    [InlineData("C5+1", "中亚C5+1机制。", 1)]
    [InlineData("、", "只有一段，没有顿号。", 1)]
    [InlineData("网络", "没有这个词。", 0)]
    public void Apply_LettersAndSigns_AnalysesAtLeastTheParagraphsWithThem(string word, string text, int paragraphs)
    {
        DictionarySet before = With("上合组织");
        Build("index", before, text + "\n");

        UserWordChange change = UserWordUpdate.Apply(_folder["index"], before, before.Words.With(new UserWord(word, null)));

        Assert.Equal(paragraphs, change.Paragraphs);
    }

    [Fact]
    public void Apply_IndexOfOtherWords_NamesTheMismatch()
    {
        Build("index", With("上合组织"), "上合组织。\n");

        IndexMismatchException error = Assert.Throws<IndexMismatchException>(() =>
            UserWordUpdate.Apply(_folder["index"], With("三股势力"), With("五通").Words));

        Assert.Equal(IndexMismatch.Words, error.Mismatch);
    }

    [Fact]
    public void Apply_RandomWords_GivesTheHitsAndScoresOfANewIndex()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        string root = SharedData.RepositoryRoot ?? throw new DirectoryNotFoundException("the tests run outside a checkout");
        string corpus = Path.Combine(root, "index-data", "corpus");
        DictionarySet all = DictionarySet.Load(Path.Combine(root, "index-data", "dictionaries"));
        string text = string.Concat(Directory.GetFiles(corpus, "*.txt").Where(f => !f.Contains("gb18030", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(File.ReadAllText));
        DictionarySet before = new(RandomPart(all.Words, random), all.Synonyms);
        UserWords after = AddPieces(RandomPart(all.Words, random), text, random);
        Index("updated", before, corpus);
        Index("rebuilt", before with { Words = after }, corpus);

        UserWordUpdate.Apply(_folder["updated"], before, after);

        // Scores count replaced paragraphs until they are merged away.
        Merge("updated");
        Merge("rebuilt");
        ParagraphAnalysis analysis = new(before with { Words = after });
        string[] queries = [.. after.Words.Concat(before.Words.Words).Select(w => w.Text).Distinct().Order(StringComparer.Ordinal)];
        for (int i = 0; i < 150; i++)
        {
            string query = queries[random.Next(queries.Length)];
            SortedDictionary<string, float> expected = ScoresOf("rebuilt", analysis, query);

            SortedDictionary<string, float> found = ScoresOf("updated", analysis, query);

            string[] difference = [.. expected.Except(found).Concat(found.Except(expected)).Select(hit => hit.Key).Distinct()];
            Assert.True(difference.Length == 0, $"seed {seed}, query '{query}': {string.Join(' ', difference.Take(5))}");
        }
    }

    private static DictionarySet With(params string[] words) =>
        new(UserWords.Parse(string.Join('\n', words)), Synonyms.Empty);

    private static UserWords RandomPart(UserWords words, Random random) =>
        UserWords.Parse(string.Join('\n', words.Words.Where(_ => random.Next(3) > 0).Select(w => w.Frequency is int f ? $"{w.Text}\t{f}" : w.Text)));

    // Strings cut out of the texts anywhere make the least likely words.
    private static UserWords AddPieces(UserWords words, string text, Random random)
    {
        for (int i = 0; i < 40; i++)
        {
            string piece = text.Substring(random.Next(text.Length - 10), random.Next(1, 7));
            words = UserWords.IsValid(piece) && !piece.Any(char.IsSurrogate) ? words.With(new UserWord(piece, null)) : words;
        }

        return words;
    }

    // Every hit of a plain query over all word fields, by id.
    private SortedDictionary<string, float> ScoresOf(string name, ParagraphAnalysis analysis, string query)
    {
        using FSDirectory directory = FSDirectory.Open(_folder[name]);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        BooleanQuery.Builder any = new();
        foreach (string field in (ReadOnlySpan<string>)[ParagraphFields.Words, ParagraphFields.TitleWords, ParagraphFields.SectionWords])
        {
            TokenStream stream = analysis.ForQueries.GetTokenStream(field, query);
            while (stream.MoveNext())
            {
                any.Add(new TermQuery(new Term(field, stream.Token.Term.ToString())), Occur.Should);
            }

            stream.End();
        }

        SortedDictionary<string, float> scores = new(StringComparer.Ordinal);
        foreach (ScoreDoc hit in new IndexSearcher(reader).Search(any.Build(), reader.MaxDoc).ScoreDocs)
        {
            scores.Add(reader.GetDocument(hit.Doc).Get(ParagraphFields.Id)!, hit.Score);
        }

        return scores;
    }

    private void Build(string name, DictionarySet dictionaries, string text)
    {
        string corpus = Directory.CreateDirectory(_folder[name + "-corpus"]).FullName;
        File.WriteAllText(Path.Combine(corpus, "a.txt"), text);
        Index(name, dictionaries, corpus);
    }

    private void Index(string name, DictionarySet dictionaries, string corpus)
    {
        using Indexer indexer = new(_folder[name], new IndexerOptions { Dictionaries = dictionaries });
        indexer.Run(new IndexingRequest { Paths = [corpus] });
    }

    private void Merge(string name)
    {
        using FSDirectory directory = FSDirectory.Open(_folder[name]);
        using IndexWriter writer = new(directory, new IndexWriterConfig(new KeywordAnalyzer()));
        IReadOnlyDictionary<string, string> data = writer.CommitUserData;
        writer.ForceMerge(1);
        writer.SetCommitUserData(data);
        writer.Commit();
    }
}
