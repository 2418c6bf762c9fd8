using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.Cjk;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.Lucene.Analysis.Standard;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Conformance.Tests.Analysis;

/// <summary>The engine's analyzers give the reference's tokens on random texts.</summary>
public sealed class AnalyzerConformanceTests
{
    [LuceneTheory]
    [InlineData("smartcn", 3000)]
    [InlineData("hmm", 1500)]
    [InlineData("standard", 1500)]
    [InlineData("cjk", 1500)]
    [InlineData("cjkunigrams", 1500)]
    public void Tokens_OfRandomTexts_AreTheReferences(string name, int texts)
    {
        using Analyzer analyzer = Create(name);
        RandomTexts random = new(TestSeed.NewRandom(name.Length));
        for (int i = 0; i < texts; i++)
        {
            string text = name is "smartcn" or "hmm" ? random.Next() : random.NextWellFormed();

            string expected = LuceneJudge.Shared.Tokens(name, text).Describe();
            string actual = EngineTokens.Analyze(analyzer, text).Describe();

            Assert.True(
                expected == actual,
                $"{name} differs; {TestSeed.Hint}\ntext {JudgeEscapes.Escape(text)}\n"
                + $"expected\n{expected}\nbut was\n{actual}");
        }
    }

    private static Analyzer Create(string name) => name switch
    {
        "smartcn" => new SmartChineseAnalyzer(),
        "hmm" => new HmmOnlyAnalyzer(),
        "standard" => new StandardAnalyzer([]),
        "cjk" => new CjkAnalyzer([]),
        "cjkunigrams" => new CjkAnalyzer([], outputUnigrams: true),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unknown analyzer"),
    };

    private sealed class HmmOnlyAnalyzer : Analyzer
    {
        public override string Normalize(string field, string text) => text;

        protected override TokenStreamComponents CreateComponents(string field)
        {
            HmmChineseTokenizer tokenizer = new();
            return new TokenStreamComponents(tokenizer, tokenizer);
        }
    }
}
