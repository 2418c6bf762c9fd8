using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.Cjk;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.Lucene.Analysis.Standard;

namespace ScoSearch.Lucene.Tests.Analysis;

public sealed class AnalyzerTests
{
    [Fact]
    public void Whitespace_Text_IsCutAtWhiteSpaceOnly()
    {
        using WhitespaceAnalyzer analyzer = new();

        Assert.Equal("Ab,c 1-5 +1\nd\u00A0e 6-9 +1\nend 10 +0\n", TokenDump.Of(analyzer, " Ab,c\u3000d\u00A0e\n"));
        Assert.Equal("end 0 +0\n", TokenDump.Of(analyzer, ""));
    }

    [Fact]
    public void Whitespace_LongToken_IsCutAfter255Units()
    {
        using WhitespaceAnalyzer analyzer = new();

        string[] terms = TokenDump.Terms(analyzer, new string('a', 511)).Split('/');

        Assert.Equal([255, 255, 1], terms.Select(static term => term.Length));
    }

    [Fact]
    public void Keyword_Text_IsOneToken()
    {
        using KeywordAnalyzer analyzer = new();

        Assert.Equal("A b 0-3 +1\nend 3 +0\n", TokenDump.Of(analyzer, "A b"));
        Assert.Equal(" 0-0 +1\nend 0 +0\n", TokenDump.Of(analyzer, ""));
    }

    [Fact]
    public void PerField_Field_HasItsOwnAnalyzer()
    {
        using PerFieldAnalyzer analyzer = new(
            new KeywordAnalyzer(), new Dictionary<string, Analyzer> { ["text"] = new WhitespaceAnalyzer() });

        Assert.Equal(2, TokenCount(analyzer.GetTokenStream("text", "a b")));
        Assert.Equal(1, TokenCount(analyzer.GetTokenStream("id", "a b")));
        Assert.Throws<ArgumentNullException>(() => new PerFieldAnalyzer(null!, new Dictionary<string, Analyzer>()));
    }

    [Fact]
    public void Standard_StopWords_LeaveGaps()
    {
        using StandardAnalyzer analyzer = new(["the"]);

        Assert.Equal("cat 4-7 +2\nend 11 +1\n", TokenDump.Of(analyzer, "The cat the"));
    }

    [Fact]
    public void Cjk_DefaultStopWords_AreEnglish()
    {
        using CjkAnalyzer analyzer = new();

        Assert.Equal("中国/cat", TokenDump.Terms(analyzer, "the 中国 cat"));
    }

    [Theory]
    [InlineData("ABC", "abc")]
    [InlineData("ＡB中", "ａb中")]
    [InlineData("İ", "i")]
    public void SmartChinese_Normalize_LowersCodePoints(string term, string expected)
    {
        using SmartChineseAnalyzer analyzer = new();

        Assert.Equal(expected, analyzer.Normalize("f", term));
    }

    [Fact]
    public void SmartChinese_Gaps_AreLucenes()
    {
        using SmartChineseAnalyzer analyzer = new();

        Assert.Equal(0, analyzer.GetPositionIncrementGap("f"));
        Assert.Equal(1, analyzer.GetOffsetGap("f"));
    }

    [Fact]
    public void Filters_NullInput_Throw()
    {
        Assert.Throws<ArgumentNullException>(() => new PorterStemFilter(null!));
        Assert.Throws<ArgumentNullException>(() => new LowerCaseFilter(null!));
        Assert.Throws<ArgumentNullException>(() => new CjkBigramFilter(null!));
        Assert.Throws<ArgumentNullException>(() => new StopFilter(new WhitespaceTokenizer(), null!));
    }

    private static int TokenCount(TokenStream stream)
    {
        int count = 0;
        while (stream.MoveNext())
        {
            count++;
        }

        return count;
    }
}
