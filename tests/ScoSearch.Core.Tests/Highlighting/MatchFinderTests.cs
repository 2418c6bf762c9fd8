using System.IO;
using System.Text;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Highlighting;

public sealed class MatchFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("上合组织成员国", "上合组织", "上合组织")]
    [InlineData("上合组织成员国，该组织的合组", "上合组织", "上合组织")]
    [InlineData("深化互信，提高效率", "“信，提高”", "信，提高")]
    [InlineData("上海合作组织与SCO", "上合组织", "上海合作组织 SCO")]
    [InlineData("加強信息共享", "信息共享", "信息共享")]
    [InlineData("签署ＡＥＯ互认安排", "aeo互认", "ＡＥＯ互认")]
    [InlineData("贸易便利化，交易便宜", "贸易便利化", "贸易便利化")]
    [InlineData("本轮谈判的设新", "设新", "设新")]
    public void Highlights_Hit_MarkWhatWasAskedFor(string text, string query, string expected)
    {
        DictionarySet dictionaries = new(
            UserWords.Parse("上合组织\n"), Synonyms.Parse("上合组织 = 上海合作组织 = SCO\n"));
        string file = _folder["a.txt"];
        File.WriteAllText(file, text + "。", new UTF8Encoding(false));
        string path = _folder["index"];
        using (Indexer indexer = new(path, new IndexerOptions { Dictionaries = dictionaries }))
        {
            indexer.Run(new IndexingRequest { Paths = [file] });
        }

        using ScoSearchIndex index = ScoSearchIndex.Open(path, dictionaries);
        SearchHit hit = Assert.Single(index.Search(new SearchRequest(query)).Hits);

        Assert.Equal(expected, string.Join(' ', hit.Highlights.Select(h => h.Term)));
        Assert.All(hit.Highlights, h => Assert.Equal(h.Term, hit.Text.Substring(h.Start, h.Length)));
    }
}
