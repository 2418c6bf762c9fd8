using ScoSearch.Core.Searching;
using ScoSearch.Core.Tests.Reading;

namespace ScoSearch.Core.Tests.Searching;

/// <summary>What a word at the beginning of a paragraph adds to its score.</summary>
public sealed class OpeningWeightTests : IDisposable
{
    private const string Filler = "与会各方就此交换了意见，并决定继续保持沟通，会后还举行了小范围的座谈，气氛友好而热烈，大家都很满意，也都作了记录";

    private readonly SmallIndex _small = new(string.Join('\n', new[]
    {
        $"{Filler}，提到骆驼、驿站、丝绸、茶叶。",
        $"骆驼、驿站、丝绸、茶叶：{Filler}，就是这样。",
        "这一段与前两段都没有什么关系，只是为了让词不在每一段里出现。",
        "还有一段也没有关系。",
    }.Select((text, i) => $$"""{"document":"{{(char)('a' + i)}}","kind":"body","text":"{{text}}"}""")));

    public void Dispose() => _small.Dispose();

    [Theory]
    [InlineData("骆驼")]
    [InlineData("骆驼 驿站 丝绸 茶叶")]
    public void Search_ParagraphThatOpensWithTheWords_ComesFirst(string query)
    {
        Assert.Equal(["b", "a"], _small.Index.Search(new SearchRequest(query)).Hits.Select(hit => hit.Document.Id));
    }

    [Fact]
    public void Explain_FewerWords_OpeningCountsMorePerWord()
    {
        double alone = OpeningOf("骆驼", "骆驼");
        double ofTwo = OpeningOf("骆驼 驿站", "骆驼");
        double ofFour = OpeningOf("骆驼 驿站 丝绸 茶叶", "骆驼");

        // 1.0 a word at most, 2.8 in all: values and their reasons are in docs/ranking.md.
        Assert.Equal(alone, ofTwo, 1e-6);
        Assert.Equal(alone * 2.8 / 4, ofFour, 1e-6);
    }

    // What the explanation says the word added by standing at the beginning.
    private double OpeningOf(string query, string word)
    {
        SearchHit first = _small.Index.Search(new SearchRequest(query) { Explain = true }).Hits[0];
        HitExplanation looked = first.Explain!.Details.Single(part => part.Details.Any(IsOpening));
        Assert.Equal(looked.Value, looked.Details.Sum(part => part.Value), 2e-5 * first.Score);
        return looked.Details.Single(part => IsOpening(part) && part.Description.StartsWith($"“{word}”", StringComparison.Ordinal)).Value;
    }

    private static bool IsOpening(HitExplanation part) => part.Description.Contains("段首附近，或者", StringComparison.Ordinal);
}
