using System.Globalization;
using System.Text;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Conformance.Tests.Judge;

/// <summary>What the generators make is accepted by the reference, and worth comparing: most queries have hits.</summary>
public sealed class GeneratorTests
{
    [LuceneFact]
    public void RandomQueries_OverRandomDocuments_AreAcceptedAndMostlyMatch()
    {
        using TemporaryFolder folder = new();
        Random random = TestSeed.NewRandom();
        RandomDocuments documents = new(random);
        StringBuilder script = new("(config (maxdocs 40))");
        for (int i = 0; i < 150; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"(add {documents.Full($"{i}")})\n");
        }

        LuceneJudge.Shared.Build(folder.Path, script.Append("(commit)").ToString());
        RandomQueries queries = new(random);
        int matching = 0;
        for (int i = 0; i < 200; i++)
        {
            string query = queries.Next(RandomQueries.Kinds[i % RandomQueries.Kinds.Count]);
            string[] options = i % 4 == 0 ? [$"sort={queries.Sort()}"] : [];
            matching += LuceneJudge.Shared.Search(folder.Path, query, 10, options).Hits.Count > 0 ? 1 : 0;
        }

        LuceneJudge.Shared.Check(folder.Path);
        Assert.True(matching > 100, $"only {matching} of 200 queries match; {TestSeed.Hint}");
    }

    [Fact]
    public void SExpression_OfEscapedText_ReadsWhatQuoteWrote()
    {
        string text = "a \"b\" \\ \t\n\ud83d (x) *";

        SExpression parsed = SExpression.Parse($"(term f {JudgeEscapes.Quote(text)} * \"*\")");

        Assert.Equal(text, parsed.Text(2));
        Assert.True(parsed[3].IsOpen);
        Assert.False(parsed[4].IsOpen);
    }

    [Theory]
    [InlineData("(term f")]
    [InlineData("(term \"f)")]
    [InlineData(")")]
    [InlineData("(a) (b)")]
    public void SExpression_WithAPartMissing_IsRefused(string text) =>
        Assert.Throws<FormatException>(() => SExpression.Parse(text));
}
