using System.IO;
using System.Text;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Reading;

/// <summary>An index of paragraphs written as JSON lines in a test.</summary>
internal sealed class SmallIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DictionarySet _dictionaries;

    public SmallIndex(string jsonLines, DictionarySet? dictionaries = null)
    {
        _dictionaries = dictionaries ?? DictionarySet.Empty;
        Write(jsonLines);
        Index = ScoSearchIndex.Open(IndexPath, _dictionaries);
    }

    public string IndexPath => _folder["index"];

    public ScoSearchIndex Index { get; }

    /// <summary>Adds or replaces documents.</summary>
    public void Write(string jsonLines)
    {
        string file = _folder["paragraphs.jsonl"];
        File.WriteAllText(file, jsonLines, new UTF8Encoding(false));
        using Indexer indexer = new(IndexPath, new IndexerOptions { Dictionaries = _dictionaries });
        indexer.Run(new IndexingRequest { Paths = [file] });
    }

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }
}
