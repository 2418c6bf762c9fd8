using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Search;

/// <summary>Searches while the user words are exchanged: each sees one dictionary or the other, never a mixture.</summary>
public sealed class UserDictionarySwapTests
{
    private const string Text = "甲乙丙丁";
    private const int Searches = 2000;

    [Fact]
    public async Task Search_DictionarySwappedMeanwhile_FindsWhatOneOfThemFinds()
    {
        UserDictionary[] dictionaries = [UserDictionary.Create(["甲乙"]), UserDictionary.Create(["乙丙", "甲乙丙丁"])];
        using ByteBuffersDirectory directory = Write(dictionaries);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        IndexSearcher searcher = new(reader);
        UserDictionary current = dictionaries[0];
        using SmartChineseAnalyzer analyzer = new(() => Volatile.Read(ref current));
        string[] expected = [.. dictionaries.Select(dictionary =>
        {
            using SmartChineseAnalyzer fixedWords = new(() => dictionary);
            return Find(searcher, fixedWords);
        })];

        Task<string[]> found = Task.Run(
            () => Enumerable.Range(0, Searches).Select(_ => Find(searcher, analyzer)).ToArray());
        for (uint swap = 1; !found.IsCompleted; swap++)
        {
            Volatile.Write(ref current, dictionaries[swap % 2]);
        }

        Assert.NotEqual(expected[0], expected[1]);
        Assert.All(await found, hits => Assert.Contains(hits, expected));
    }

    // Documents cut with either dictionary, so that both questions find some.
    private static ByteBuffersDirectory Write(UserDictionary[] dictionaries)
    {
        ByteBuffersDirectory directory = new();
        UserDictionary current = dictionaries[0];
        using SmartChineseAnalyzer analyzer = new(() => current);
        using IndexWriter writer = new(directory, new IndexWriterConfig(analyzer) { MergeThreads = 0 });
        for (int i = 0; i < 60; i++)
        {
            current = dictionaries[i % 3 == 0 ? 0 : 1];
            writer.AddDocument([new TextField("body", Text)]);
        }

        writer.Commit();
        return directory;
    }

    // The words of the text as a phrase, the way a query parser asks.
    private static string Find(IndexSearcher searcher, Analyzer analyzer)
    {
        List<string> words = [];
        TokenStream stream = analyzer.GetTokenStream("body", Text);
        while (stream.MoveNext())
        {
            words.Add(stream.Token.Term.ToString());
        }

        TopDocs hits = searcher.Search(new PhraseQuery("body", words), 100);
        return $"{string.Join('/', words)}: {string.Join(' ', hits.ScoreDocs.Select(hit => hit.Doc))}";
    }
}
