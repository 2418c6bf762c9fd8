using ScoSearch.Lucene.Analysis.Cjk;
using ScoSearch.Lucene.Analysis.Standard;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Analysis;

/// <summary>Every golden of Apache Lucene's standard tokenizer and the chains over it, token for token.</summary>
public sealed class StandardGoldenTests
{
    private const int Rows = 376;

    [SharedDataFact]
    public void StandardTokenizer_Golden_EqualsLuceneWithTypes()
    {
        StandardTokenizer tokenizer = new();

        int rows = SmartChineseGoldenTests.CompareAll("standard-tokenizer-types.jsonl", text =>
        {
            tokenizer.SetText(text.AsMemory());
            tokenizer.Reset();
            return TokenDump.Of(tokenizer, withTypes: true);
        });

        Assert.Equal(Rows, rows);
    }

    [SharedDataFact]
    public void StandardAnalyzer_Golden_EqualsLucene()
    {
        using StandardAnalyzer analyzer = new();

        int rows = SmartChineseGoldenTests.CompareAll(
            "standard-analyzer.jsonl", text => TokenDump.Of(analyzer, text));

        Assert.Equal(Rows, rows);
    }

    [SharedDataTheory]
    [InlineData("cjk-bigrams.jsonl", false)]
    [InlineData("cjk-bigrams-unigrams.jsonl", true)]
    public void CjkAnalyzer_Golden_EqualsLucene(string file, bool outputUnigrams)
    {
        using CjkAnalyzer analyzer = new([], outputUnigrams);

        Assert.Equal(Rows, SmartChineseGoldenTests.CompareAll(file, text => TokenDump.Of(analyzer, text)));
    }
}
