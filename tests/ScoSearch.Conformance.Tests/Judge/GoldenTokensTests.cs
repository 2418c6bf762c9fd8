using System.Globalization;
using ScoSearch.TestSupport;

namespace ScoSearch.Conformance.Tests.Judge;

/// <summary>The judge gives the tokens that the golden files record, so the two can be trusted alike.</summary>
public sealed class GoldenTokensTests
{
    public static TheoryData<string, string> Files => new()
    {
        { "smartcn", "seeds.jsonl" },
        { "smartcn", "edge.jsonl" },
        { "smartcn", "cmrc-trial-questions.jsonl" },
        { "smartcn", "fuzz.jsonl" },
        { "hmm", "edge-no-stop-no-stem.jsonl" },
        { "standard", "standard-analyzer.jsonl" },
        { "cjk", "cjk-bigrams.jsonl" },
        { "cjkunigrams", "cjk-bigrams-unigrams.jsonl" },
    };

    [LuceneAndSharedDataTheory]
    [MemberData(nameof(Files))]
    public void Tokens_OfGoldenTexts_AreTheGoldenTokens(string analyzer, string file)
    {
        int rows = 0;

        foreach (GoldenRow row in GoldenRow.Read(file))
        {
            JudgeTokens actual = LuceneJudge.Shared.Tokens(analyzer, row.Text);

            Assert.Equal(Describe(row), Describe(actual));
            rows++;
        }

        Assert.True(rows > 0, "the golden file is empty");
    }

    private static string Describe(GoldenRow row) => string.Join('\n', row.Tokens.Select(t =>
            $"{JudgeEscapes.Escape(t[0])} {t[1]} {t[2]} {t[3]} {(t.Length > 4 ? t[4] : "1")}"))
        + string.Create(CultureInfo.InvariantCulture, $"\n{row.FinalOffset} {row.FinalIncrement}");

    private static string Describe(JudgeTokens tokens) => string.Join('\n', tokens.Tokens.Select(t => string.Create(
            CultureInfo.InvariantCulture,
            $"{JudgeEscapes.Escape(t.Term)} {t.Start} {t.End} {t.PositionIncrement} {t.PositionLength}")))
        + string.Create(CultureInfo.InvariantCulture, $"\n{tokens.FinalOffset} {tokens.FinalIncrement}");
}
