using System.IO;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Searching;

/// <summary>The product's index of the sample corpus, and of the seeds where they are, made once for the tests of a class.</summary>
public sealed class SampleIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FSDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public SampleIndex()
    {
        string root = SharedData.RepositoryRoot ?? throw new DirectoryNotFoundException("the tests run outside a checkout");
        DictionarySet dictionaries = DictionarySet.Load(Path.Combine(root, "index-data", "dictionaries"));
        string[] paths = [Path.Combine(root, "index-data", "corpus")];
        IndexPath = Path.Combine(_folder.Path, "index");
        using (Indexer indexer = new(IndexPath, new IndexerOptions { Dictionaries = dictionaries }))
        {
            indexer.Run(new IndexingRequest
            {
                Paths = SharedData.Root is null ? paths : [.. paths, SharedData.PathOf("data", "seeds")],
            });
        }

        Dictionaries = dictionaries;
        _directory = FSDirectory.Open(IndexPath);
        _reader = DirectoryReader.Open(_directory);
        Searcher = new ParagraphSearcher(_reader, new ParagraphAnalysis(dictionaries));
        _searcher = new IndexSearcher(_reader);
        Texts = [.. Enumerable.Range(0, _reader.MaxDoc).Select(TextOf)];
    }

    public string IndexPath { get; }

    public DictionarySet Dictionaries { get; }

    internal ParagraphSearcher Searcher { get; }

    /// <summary>Text by doc id; empty for paragraphs that are not to be found.</summary>
    public IReadOnlyList<string> Texts { get; }

    public HashSet<int> Find(string query, int depth) =>
        [.. Searcher.Rank(query, depth, CancellationToken.None).ScoreDocs.Select(hit => hit.Doc)];

    /// <summary>All paragraphs that a query matches.</summary>
    public HashSet<int> Match(string query)
    {
        ParagraphQuery plan = Searcher.Plan(new SearchRequest(query));
        return [.. _searcher.Search(plan.Query, Texts.Count).ScoreDocs.Select(hit => hit.Doc)];
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        _folder.Dispose();
    }

    private string TextOf(int docId)
    {
        Document stored = _reader.GetDocument(docId);
        return stored.Get(ParagraphFields.Kind) == "noise" ? "" : stored.Get(ParagraphFields.Text) ?? "";
    }
}
