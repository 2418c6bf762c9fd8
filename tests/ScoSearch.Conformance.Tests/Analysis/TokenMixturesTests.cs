using ScoSearch.Lucene.Analysis.Standard;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Conformance.Tests.Analysis;

/// <summary>The standard tokenizer cuts adversarial mixtures of its character classes as the reference does.</summary>
public sealed class TokenMixturesTests
{
    private const int Mixtures = 50_000;
    private const int MixturesOfOneText = 100;

    [LuceneFact]
    public void Tokens_OfMixturesOfAllClasses_AreTheReferences()
    {
        using StandardAnalyzer analyzer = new();
        TokenMixtures random = new(TestSeed.NewRandom());
        for (int i = 0; i < Mixtures; i += MixturesOfOneText)
        {
            string[] mixtures = [.. Enumerable.Range(0, MixturesOfOneText).Select(_ => random.Next())];
            string text = string.Join("\n\n", mixtures);

            string expected = LuceneJudge.Shared.Tokens("standard", text).Describe();
            string actual = EngineTokens.Analyze(analyzer, text).Describe();

            Assert.True(expected == actual, Difference(analyzer, mixtures));
        }
    }

    // Names the mixtures that differ; the text as a whole where none does alone.
    private static string Difference(StandardAnalyzer analyzer, string[] mixtures)
    {
        IEnumerable<string> different = mixtures
            .Select(mixture => (
                Text: mixture,
                Expected: LuceneJudge.Shared.Tokens("standard", mixture).Describe(),
                Actual: EngineTokens.Analyze(analyzer, mixture).Describe()))
            .Where(row => row.Expected != row.Actual)
            .Select(row => $"{JudgeEscapes.Escape(row.Text)} ({Units(row.Text)})\n{row.Expected}\nbut was\n{row.Actual}")
            .Append("text of all mixtures")
            .Take(5);
        return $"{TestSeed.Hint}\n" + string.Join("\n\n", different);
    }

    private static string Units(string text) => string.Join(' ', text.EnumerateRunes().Select(rune => $"{rune.Value:X}"));
}
