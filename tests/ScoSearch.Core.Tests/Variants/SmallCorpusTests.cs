using System.IO;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Variants;

/// <summary>Variants in an index of a few sentences, each a paragraph.</summary>
public sealed class SmallCorpusTests : IDisposable
{
    private static readonly string[] Sentences =
    [
        "元首们在Astana会晤。", "Astana是哈萨克斯坦的首都。", "代表团从Tashkent出发。",
        "共有3个国家参加。", "占总额的百分之四十。", "发展到二〇二五年为止。", "贸易额达到8900亿美元。",
        "他的頭髮很長。", "農業的發展很快。", "幹部下鄉。", "天氣乾燥。", "后宫与太后。", "會議之後再說。",
        "村子裏有人。", "五百里長路。", "台湾的臺北。", "颱風來了。", "上海合作组织（SCO）成立。", "ｓｃｏ的网站。",
        "Shanghai Cooperation Organization was founded here.",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly ScoSearchIndex _index;

    public SmallCorpusTests()
    {
        string corpus = System.IO.Directory.CreateDirectory(_folder["corpus"]).FullName;
        File.WriteAllText(Path.Combine(corpus, "a.txt"), string.Join("\n\n", Sentences) + "\n");
        DictionarySet dictionaries = new(
            UserWords.Parse("上海合作组织\nSCO\n"),
            Synonyms.Parse("上合组织 = 上海合作组织 = SCO = Shanghai Cooperation Organization\n首府 => 首都\n"));
        using (Indexer indexer = new(_folder["index"], new IndexerOptions { Dictionaries = dictionaries }))
        {
            indexer.Run(new IndexingRequest { Paths = [corpus] });
        }

        _index = ScoSearchIndex.Open(_folder["index"], dictionaries);
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Astanna", "Astana")]
    [InlineData("astanna", "astana")]
    [InlineData("ASTANNA", "ASTANA")]
    [InlineData("Tahskent", "Tashkent")]
    public void Search_MisspeltLatinWord_AnswersTheUsualSpelling(string typed, string meant)
    {
        SearchResponse answer = _index.Search(new SearchRequest(typed));

        Assert.Equal((meant, meant), (answer.DidYouMean, answer.Relaxed?.Query));
        Assert.Contains(answer.Hits, hit => hit.Text.Contains(meant, StringComparison.OrdinalIgnoreCase));
        Assert.All(answer.Hits, hit => Assert.Equal("variant", hit.Match));
        Assert.All(answer.Hits, hit => Assert.NotEmpty(hit.Highlights));
    }

    [Theory]
    [InlineData("三个", "3个")]
    [InlineData("40%", "百分之四十")]
    [InlineData("2025年", "二〇二五年")]
    [InlineData("八千九百亿", "8900亿")]
    public void Search_NumberWrittenOtherwise_IsFoundAndMarkedWhole(string typed, string inText)
    {
        SearchResponse answer = _index.Search(new SearchRequest(typed));

        Assert.Contains(inText, answer.Hits[0].Text, StringComparison.Ordinal);
        Assert.Contains(answer.Hits[0].Highlights, mark => mark.Term.Contains(inText, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("“三个”")]
    [InlineData("“40%”")]
    public void Search_NumberInQuotes_IsLiteral(string typed) =>
        Assert.Empty(_index.Search(new SearchRequest(typed) { Syntax = QuerySyntax.Simple }).Hits);

    [Theory]
    [InlineData("头发", "頭髮")]
    [InlineData("頭髮", "頭髮")]
    [InlineData("农业的发展", "農業的發展")]
    [InlineData("干部", "幹部")]
    [InlineData("幹部", "幹部")]
    [InlineData("干燥", "乾燥")]
    [InlineData("乾燥", "乾燥")]
    [InlineData("后宫", "后宫")]
    [InlineData("后宮", "后宫")]
    [InlineData("之后", "之後")]
    [InlineData("之後", "之後")]
    [InlineData("村子里", "村子裏")]
    [InlineData("村子裏", "村子裏")]
    [InlineData("村子裡", "村子裏")]
    [InlineData("五百里", "五百里")]
    [InlineData("台北", "臺北")]
    [InlineData("臺北", "臺北")]
    [InlineData("臺湾", "台湾")]
    [InlineData("台风", "颱風")]
    [InlineData("颱風", "颱風")]
    public void Search_OtherScript_FindsTheWordLooseAndQuoted(string typed, string inText)
    {
        Assert.Contains(inText, _index.Search(new SearchRequest(typed)).Hits[0].Text, StringComparison.Ordinal);
        Assert.Contains(_index.Search(new SearchRequest($"“{typed}”")).Hits, hit => hit.Text.Contains(inText, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("上合组织")]
    [InlineData("sco")]
    [InlineData("ＳＣＯ")]
    [InlineData("shanghai  cooperation organization")]
    [InlineData("上海合作組織")]
    public void Search_AnyNameOfASet_FindsAllOfThem(string typed)
    {
        string[] found = [.. _index.Search(new SearchRequest(typed)).Hits.Select(hit => hit.Text)];

        Assert.Contains(Sentences[17], found);
        Assert.Contains(Sentences[18], found);
        Assert.Contains(Sentences[19], found);
    }

    [Fact]
    public void Search_Synonym_IsMarkedWhole()
    {
        SearchHit hit = _index.Search(new SearchRequest("上合组织")).Hits.First(h => h.Text == Sentences[19]);

        Assert.Equal("Shanghai Cooperation Organization", Assert.Single(hit.Highlights).Term);
    }

    [Fact]
    public void Search_OneWaySynonym_WidensInItsDirectionAlone()
    {
        Assert.Contains(_index.Search(new SearchRequest("首府")).Hits, hit => hit.Text == Sentences[1]);
        Assert.DoesNotContain(_index.Search(new SearchRequest("首都")).Hits[0].Highlights, mark => mark.Term == "首府");
    }

    [Fact]
    public void Search_SynonymInQuotes_IsLiteral() =>
        Assert.All(
            _index.Search(new SearchRequest("“SCO”")).Hits,
            hit => Assert.Contains("SCO", ParagraphAnalyzer.FoldGrams(hit.Text), StringComparison.OrdinalIgnoreCase));
}
