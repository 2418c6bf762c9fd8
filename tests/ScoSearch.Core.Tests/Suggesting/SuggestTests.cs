using ScoSearch.Core.Suggesting;
using ScoSearch.Core.Tests.Searching;

namespace ScoSearch.Core.Tests.Suggesting;

public sealed class SuggestTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    [Theory]
    [InlineData("上海合作", "上海合作组织")]
    [InlineData("上海合作組", "上海合作组织")]
    [InlineData("托卡", "托卡耶夫")]
    [InlineData("aeo", "AEO")]
    [InlineData("ＡＥ", "AEO")]
    public void Suggest_BeginningOfATerm_GivesTheTermFirst(string typed, string expected)
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(sample.IndexPath, sample.Dictionaries);

        SuggestResponse answer = index.Suggest(new SuggestRequest(typed));

        Suggestion first = answer.Suggestions[0];
        Assert.Equal((expected, "term"), (first.Text, first.Kind));
        Assert.InRange(first.Count, 1, index.ParagraphCount);
        Assert.Equal((typed, index.Generation), (answer.Query, answer.Generation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("没有这样开头的词")]
    public void Suggest_NothingBeginsLikeThat_GivesNothing(string typed)
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(sample.IndexPath, sample.Dictionaries);

        Assert.Empty(index.Suggest(new SuggestRequest(typed)).Suggestions);
    }

    [Fact]
    public void Suggest_AnyLimit_GivesEachTextOnceAndMoreWithHigherLimits()
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(sample.IndexPath, sample.Dictionaries);
        string[] many = [.. index.Suggest(new SuggestRequest("中") { Limit = 50 }).Suggestions.Select(s => s.Text)];

        for (int limit = 1; limit <= 50; limit++)
        {
            string[] some = [.. index.Suggest(new SuggestRequest("中") { Limit = limit }).Suggestions.Select(s => s.Text)];

            Assert.Equal(many.Take(limit), some);
        }

        Assert.Equal(many.Distinct(), many);
    }

    [Fact]
    public void Suggest_BadRequest_NamesTheLimit()
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(sample.IndexPath, sample.Dictionaries);

        Assert.Throws<ArgumentOutOfRangeException>(() => index.Suggest(new SuggestRequest("中") { Limit = 51 }));
        ArgumentException tooLong = Assert.Throws<ArgumentException>(() => index.Suggest(new SuggestRequest(new string('中', 1025))));
        Assert.Contains("1024", tooLong.Message, StringComparison.Ordinal);
    }
}
