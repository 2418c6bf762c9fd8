using System.Globalization;
using ScoSearch.DictionaryBuilder;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Analysis;

public sealed class SentenceOpeningsTests
{
    [Theory]
    [InlineData("近年来，镇上修了三座桥", 3)]
    [InlineData("此外，还有两座", 2)]
    public void WordsThatOpenSentences_HaveHighRatios(string text, int length)
    {
        Assert.True(SentenceOpenings.RatioOf(text, out int word) > 4);
        Assert.Equal(length, word);
        Assert.False(SentenceOpenings.IsLikeNoun(text));
    }

    [Theory]
    [InlineData("的老桥", false)]
    [InlineData("较为完整的记录", false)]
    [InlineData("及其附属的屋子", false)]
    [InlineData("客人坐在窗边", true)]
    [InlineData("线路经过老桥", true)]
    public void WordsInsideSentences_HaveLowRatios(string text, bool likeNoun)
    {
        Assert.True(SentenceOpenings.RatioOf(text, out _) < 0.06);
        Assert.Equal(likeNoun, SentenceOpenings.IsLikeNoun(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024年")]
    [InlineData("，桥")]
    [InlineData("\uD842\uDFB7")]
    public void NoWordOfTheDictionary_HasNoRatio(string text)
    {
        Assert.Null(SentenceOpenings.RatioOf(text, out int length));
        Assert.Equal(0, length);
        Assert.False(SentenceOpenings.IsLikeNoun(text));
    }

    // What the weights of the packed dictionary give back is what was counted.
    [SharedDataFact]
    public void Ratio_IsThatOfTheCounts()
    {
        Dictionary<string, int> frequencies = TsvFile.ReadRows(SharedData.PathOf("data", "smartcn", "core-words.tsv.gz"), 2)
            .ToDictionary(r => r[0], r => int.Parse(r[1], CultureInfo.InvariantCulture));
        Dictionary<string, int> openings = TsvFile.ReadRows(SharedData.PathOf("data", "smartcn", "bigrams.tsv.gz"), 3)
            .Where(r => r[0] == "始##始")
            .ToDictionary(r => r[1], r => int.Parse(r[2], CultureInfo.InvariantCulture));
        int compared = 0;
        foreach ((string word, int frequency) in frequencies)
        {
            if (word.Length <= 4 && frequency > 0 && word.All(c => c is >= '\u4E00' and <= '\u9FA5'))
            {
                double expected = (openings.GetValueOrDefault(word) + 0.5) / ((frequency * 0.042) + 0.5);
                Assert.Equal(expected, SentenceOpenings.RatioOf(word, out int length)!.Value, expected * 1e-5);
                Assert.Equal(word.Length, length);
                compared++;
            }
        }

        Assert.True(compared > 50_000, $"{compared} words");
    }
}
