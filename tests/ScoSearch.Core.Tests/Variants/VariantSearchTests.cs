using System.IO;
using System.Text.Json;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Core.Tests.Searching;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Variants;

public sealed class VariantSearchTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    [Theory]
    [InlineData("shanghai jingshen", "上海精神")]
    [InlineData("shanghaijingshen", "上海精神")]
    [InlineData("shànghǎi jīngshén", "上海精神")]
    [InlineData("shang4hai3jing1shen2", "上海精神")]
    [InlineData("SHANGHAI JINGSHEN", "上海精神")]
    [InlineData("sangushili", "三股势力")]
    [InlineData("lvse chanye", "绿色产业")]
    [InlineData("lüsechanye", "绿色产业")]
    [InlineData("shjs", "上海精神")]
    public void Search_Pinyin_AnswersWhatItStandsFor(string typed, string meant)
    {
        using ScoSearchIndex index = Open();

        SearchResponse answer = index.Search(new SearchRequest(typed));

        Assert.Equal(typed, answer.Query);
        Assert.Equal(meant, answer.DidYouMean?.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("variant", answer.Relaxed?.Kind);
        Assert.Contains(answer.Hits.Take(3), hit => hit.Text.Contains(meant, StringComparison.Ordinal));
        Assert.All(answer.Hits, hit => Assert.Equal("variant", hit.Match));
    }

    [Theory]
    [InlineData("中哈关细", "中哈关系")]
    [InlineData("托卡叶夫", "托卡耶夫")]
    [InlineData("上海何作组织", "上海合作组织")]
    [InlineData("三股是力", "三股势力")]
    [InlineData("丝绸知路", "丝绸之路")]
    [InlineData("上海精申", "上海精神")]
    public void Search_TypingError_OffersWhatWasMeant(string typed, string meant)
    {
        using ScoSearchIndex index = Open();

        SearchResponse answer = index.Search(new SearchRequest(typed));

        Assert.Equal(meant, answer.DidYouMean);
    }

    [Theory]
    [InlineData("上海精神")]
    [InlineData("中哈关系")]
    [InlineData("AEO 互认")]
    [InlineData("SCO")]
    [InlineData("Shanghai Cooperation Organization")]
    [InlineData("三股势力 -哈萨克斯但")]
    [InlineData("上合组织的宗旨是什么？")]
    [InlineData("")]
    [InlineData("qqqqqqxx")]
    public void Search_NothingToCorrect_OffersNothing(string typed)
    {
        using ScoSearchIndex index = Open();

        SearchResponse answer = index.Search(new SearchRequest(typed));

        Assert.Null(answer.DidYouMean);
        Assert.Null(answer.Relaxed);
    }

    [Theory]
    [InlineData("“三股是力”", "三股势力")]
    public void Search_FoundNothing_AnswersWhatWasMeant(string typed, string meant)
    {
        using ScoSearchIndex index = Open();

        SearchResponse answer = index.Search(new SearchRequest(typed));

        Assert.Contains(meant, answer.Relaxed?.Query ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(answer.Hits);
        Assert.All(answer.Hits, hit => Assert.Equal("variant", hit.Match));
    }

    [SharedDataFact]
    public void Search_PinyinOfTheSeedQueries_FindsTheParagraphsInTheFirstThree()
    {
        using TemporaryFolder folder = new();
        using (Indexer indexer = new(folder["index"], new IndexerOptions { Dictionaries = sample.Dictionaries }))
        {
            indexer.Run(new IndexingRequest { Paths = [SharedData.PathOf("data", "seeds")] });
        }

        using ScoSearchIndex index = ScoSearchIndex.Open(folder["index"], sample.Dictionaries);
        foreach (string line in File.ReadLines(SharedData.PathOf("data", "seed-queries-dev.jsonl")))
        {
            using JsonDocument entry = JsonDocument.Parse(line);
            if (entry.RootElement.GetProperty("class").GetString() != "pinyin")
            {
                continue;
            }

            string query = entry.RootElement.GetProperty("query").GetString()!;
            string[] first = [.. index.Search(new SearchRequest(query) { Limit = 3 }).Hits.Select(hit => Squeeze(hit.Text))];
            foreach (JsonElement wanted in entry.RootElement.GetProperty("must_find").EnumerateArray())
            {
                Assert.Contains(first, text => text.Contains(Squeeze(wanted.GetString()!), StringComparison.Ordinal));
            }
        }
    }

    private static string Squeeze(string text) => ParagraphAnalyzer.FoldGrams(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));

    private ScoSearchIndex Open() => ScoSearchIndex.Open(sample.IndexPath, sample.Dictionaries);
}
