using ScoSearch.Core.Suggesting;
using ScoSearch.Core.Tests.Searching;

namespace ScoSearch.Core.Tests.Suggesting;

public sealed class PinyinSuggestTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    [Theory]
    [InlineData("shanghaihezuo", "上海合作组织")]
    [InlineData("shanghaihez", "上海合作组织")]
    [InlineData("shang hai he zuo zu", "上海合作组织")]
    [InlineData("shàng hǎi jīng", "上海精神")]
    [InlineData("sangushil", "三股势力")]
    [InlineData("shjs", "上海精神")]
    [InlineData("zhongjiwu", "中吉乌铁路")]
    [InlineData("yid", "一带一路")]
    public void Suggest_Pinyin_GivesTheTerm(string typed, string expected)
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(sample.IndexPath, sample.Dictionaries);

        Assert.Contains(expected, index.Suggest(new SuggestRequest(typed)).Suggestions.Select(s => s.Text));
    }

    [Fact]
    public void Suggest_LastPartOfSeveral_IsCompleted()
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(sample.IndexPath, sample.Dictionaries);

        Assert.Contains("三股势力 上海精神", index.Suggest(new SuggestRequest("三股势力 上海精")).Suggestions.Select(s => s.Text));
    }
}
