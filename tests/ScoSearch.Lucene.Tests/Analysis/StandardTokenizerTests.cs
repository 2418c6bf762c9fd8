using ScoSearch.Lucene.Analysis.Standard;

namespace ScoSearch.Lucene.Tests.Analysis;

/// <summary>Cases that the golden files lack; the expected tokens are Apache Lucene 8.7's.</summary>
public sealed class StandardTokenizerTests
{
    [Theory]
    [InlineData("\u200D😀", "0-3<EMOJI> ")]
    [InlineData("🏴🏽", "0-2<EMOJI> 2-4<EMOJI> ")]
    [InlineData("👍🏽", "0-4<EMOJI> ")]
    [InlineData("❤🏽_", "0-1<EMOJI> 1-3<EMOJI> ")]
    [InlineData("#\u20E3\uFE0F", "0-2<EMOJI> ")]
    [InlineData("🇨\u200D🇨🇳の", "0-5<EMOJI> 7-8<HIRAGANA> ")]
    [InlineData("한·한", "0-3<ALPHANUM> ")]
    [InlineData("한국", "0-2<HANGUL> ")]
    [InlineData("1.5", "0-3<NUM> ")]
    public void MoveNext_Sequence_EqualsLucene(string text, string expected)
    {
        StandardTokenizer tokenizer = new();
        tokenizer.SetText(text.AsMemory());
        tokenizer.Reset();
        string tokens = "";
        while (tokenizer.MoveNext())
        {
            tokens += $"{tokenizer.Token.StartOffset}-{tokenizer.Token.EndOffset}{tokenizer.Token.Type} ";
        }

        Assert.Equal(expected, tokens);
    }
}
