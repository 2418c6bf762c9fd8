using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Analysis;

public sealed class TextFolderTests
{
    [Theory]
    [InlineData("乾淨的乾隆年間", "干净的乾隆年间")]
    [InlineData("皇后在後面", "皇后在后面")]
    [InlineData("公里裏面", "公里里面")]
    [InlineData("理髮與發展", "理发与发展")]
    [InlineData("看著顯著的著作", "看着显著的著作")]
    [InlineData("看着显著的著作", "看着显著的著作")]
    [InlineData("麵包和表面", "面包和表面")]
    [InlineData("反反覆覆覆蓋", "反反复复覆盖")]
    [InlineData("瞭解與瞭望", "了解与瞭望")]
    [InlineData("憑藉與狼藉", "凭借与狼藉")]
    [InlineData("ＡＢＣａ１２３！", "abca123!")]
    [InlineData("ΣΑΣ ς Ж É İK", "σασ σ ж é ik")]
    [InlineData("ﾊﾞｶﾞﾊﾟｱﾞ", "バガパア\u3099")]
    [InlineData("a\u3000b", "a b")]
    [InlineData("", "")]
    public void Fold_Example_IsFolded(string text, string expected)
    {
        Assert.Equal(expected, TextFolder.All.Fold(text));
    }

    // Not a row above: attributes are stored as UTF-8, which has no lone surrogates.
    [Fact]
    public void Fold_Surrogates_PairsStayAndLoneOnesAreReplaced()
    {
        Assert.Equal("\uFFFDa\uFFFD😀𐐨\uFFFD", TextFolder.All.Fold("\uD800a\uDC00😀𐐀\uD83D"));
    }

    [Theory]
    [InlineData(TextFolding.None, "Ａ後B", "Ａ後B")]
    [InlineData(TextFolding.Width, "Ａ後B", "A後B")]
    [InlineData(TextFolding.Case, "Ａ後B", "ａ後b")]
    [InlineData(TextFolding.Simplified, "Ａ後B", "Ａ后B")]
    public void Fold_OneKind_LeavesTheOthers(TextFolding folding, string text, string expected)
    {
        Assert.Equal(expected, new TextFolder(folding).Fold(text));
    }

    [Fact]
    public void Fold_RandomText_IsIdempotentAndKeepsOrder()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        FoldedText folded = new();
        for (int round = 0; round < 2000; round++)
        {
            string text = RandomUnits(random) + RandomChinese.Next(random, 20);

            TextFolder.All.Fold(text, folded);

            string once = folded.Text.ToString();
            Assert.True(once == TextFolder.All.Fold(once), $"SCOSEARCH_SEED={seed}, round {round}");
            Assert.Equal(0, folded.ToOriginal(0));
            Assert.Equal(text.Length, folded.ToOriginal(folded.Length));
            for (int i = 1; i <= folded.Length; i++)
            {
                Assert.InRange(folded.ToOriginal(i) - folded.ToOriginal(i - 1), 1, 2);
            }
        }
    }

    [Fact]
    public void Fold_EveryUnit_IsIdempotent()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            string once = TextFolder.All.Fold(((char)unit).ToString());

            Assert.Equal(once, TextFolder.All.Fold(once));
        }
    }

    [Fact]
    public void ToOriginal_ComposedKana_PointsBehindBothUnits()
    {
        FoldedText folded = new();

        TextFolder.All.Fold("aｶﾞb", folded);

        Assert.Equal("aガb", folded.Text.ToString());
        Assert.Equal([0, 1, 3, 4], Enumerable.Range(0, 4).Select(folded.ToOriginal));
        Assert.Throws<ArgumentOutOfRangeException>(() => folded.ToOriginal(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => folded.ToOriginal(-1));
    }

    [Fact]
    public void FoldedChains_TraditionalAndSimplified_GiveTheSameTerms()
    {
        using FoldedSmartChineseAnalyzer words = new();
        using FoldedBigramAnalyzer bigrams = new();
        const string Traditional = "臺灣的資訊產業與軟體開發，ＡＢＣ頭髮乾淨";
        string simplified = TextFolder.All.Fold(Traditional);

        Assert.Equal(TokenDump.Of(words, simplified), TokenDump.Of(words, Traditional));
        Assert.Equal(TokenDump.Of(bigrams, simplified), TokenDump.Of(bigrams, Traditional));
        Assert.Equal("头发/干净", TokenDump.Terms(words, "頭髮，乾淨"));
        Assert.Equal("头发/干净", TokenDump.Terms(bigrams, "頭髮，乾淨"));
    }

    [Fact]
    public void Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => TextFolder.All.Fold(null!));
        Assert.Throws<ArgumentNullException>(() => TextFolder.All.Fold("a", null!));
        Assert.Throws<ArgumentNullException>(() => new FoldingTokenizer(null!, TextFolder.All));
        Assert.Throws<ArgumentNullException>(() => new TextFoldFilter(null!, TextFolder.All));
    }

    private static string RandomUnits(Random random) =>
        string.Concat(
            Enumerable.Range(0, 40).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x4E00 : 0, 0x10000)));
}
