using ScoSearch.Core.Searching;
using ScoSearch.Core.Tests.Searching;

namespace ScoSearch.Core.Tests.Explaining;

public sealed class HitExplainerTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    [Theory]
    [InlineData("三股势力")]
    [InlineData("上合组织 成员国 什么时候成立")]
    [InlineData("“三股势力” 合作")]
    [InlineData("一帶一路 -峰会")]
    [InlineData("SCO trade 5G")]
    [InlineData("丝")]
    public void Explain_Hits_PartsAddUpToTheScore(string query)
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(sample.IndexPath, sample.Dictionaries);

        SearchResponse answer = index.Search(new SearchRequest(query) { Explain = true, Limit = 30 });

        Assert.NotEmpty(answer.Hits);
        Assert.All(answer.Hits, hit =>
        {
            Assert.NotNull(hit.Explain);
            Assert.Equal(hit.Score, hit.Explain.Value);
            AssertSum(hit.Explain);
        });
    }

    [Fact]
    public void Explain_Language_IsThatOfTheRequest()
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(sample.IndexPath, sample.Dictionaries);
        SearchRequest request = new("三股势力") { Explain = true, Limit = 1 };

        HitExplanation chinese = index.Search(request).Hits[0].Explain!;
        HitExplanation english = index.Search(request with { Language = MessageLanguage.English }).Hits[0].Explain!;

        Assert.StartsWith("得分", chinese.Description, StringComparison.Ordinal);
        Assert.StartsWith("score", english.Description, StringComparison.Ordinal);
        Assert.Contains(chinese.Details[0].Details, part => part.Description.Contains("正文", StringComparison.Ordinal));
        Assert.Contains(english.Details[0].Details, part => part.Description.Contains("in the text", StringComparison.Ordinal));
        Assert.Null(index.Search(new SearchRequest("三股势力")).Hits[0].Explain);
    }

    // A sum of floats taken in another order differs by a rounding (2^-24) for each of at most some hundred parts.
    private static void AssertSum(HitExplanation explanation)
    {
        if (explanation.Details.Count > 0)
        {
            double sum = explanation.Details.Sum(part => part.Value);
            Assert.InRange(Math.Abs(sum - explanation.Value), 0, 2e-5 * Math.Max(1, Math.Abs(explanation.Value)));
            Assert.All(explanation.Details, AssertSum);
        }
    }
}
