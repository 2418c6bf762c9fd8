using System.IO;
using System.Text.Json;
using ScoSearch.TestSupport;

namespace ScoSearch.Cli.Tests;

public sealed class AnalyzeCommandTests : ToolTests
{
    [Theory]
    [InlineData("smartcn", """{"text":"上海合作组织","tokens":[["上海",0,2,1],["合作",2,4,1],["组织",4,6,1]]}""")]
    [InlineData("bigram", """{"text":"上海合作组织","tokens":[["上海",0,2,1],["海合",1,3,1],["合作",2,4,1],["作组",3,5,1],["组织",4,6,1]]}""")]
    [InlineData("words", """{"text":"上海合作组织","tokens":[["上海合作组织",0,6,1]]}""")]
    public void Analyze_EachAnalyzer_GivesItsTokens(string analyzer, string expected)
    {
        CopySampleData();

        ToolResult result = Tool.Run("上海合作组织\n", [], "analyze", "--analyzer", analyzer, "--format", "jsonl");

        Assert.Equal((0, expected + "\n", ""), (result.Code, result.Output, result.Error));
    }

    [Fact]
    public void Analyze_Lines_GiveALineEach()
    {
        ToolResult result = Tool.Run("\uFEFF甲\r\n\n乙\t\"引号\"𠮷", [], "analyze", "-");

        Assert.Equal(
            "{\"text\":\"甲\",\"tokens\":[[\"甲\",0,1,1]]}\n{\"text\":\"\",\"tokens\":[]}\n",
            result.Output[..result.Output.IndexOf("{\"text\":\"乙", StringComparison.Ordinal)]);
        Assert.Equal(["甲", "", "乙\t\"引号\"𠮷"], result.JsonLines.Select(l => l.GetProperty("text").GetString()));
        Assert.Contains("𠮷", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_JsonLines_KeepLoneSurrogates()
    {
        ToolResult result = Tool.Run("{\"id\": 1, \"text\": \"\\ud840甲\\ud840\\udc0b\\n\", \"more\": {\"text\": 2}}\n", [], "analyze", "--input", "jsonl");

        Assert.StartsWith("{\"text\":\"\\ud840甲𠀋\\n\",\"tokens\":[", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_BadJson_NamesTheLine()
    {
        ToolResult result = Tool.Run("{\"text\":\"甲\"}\n[1]\n", [], "analyze", "--input", "jsonl");

        Assert.Equal(1, result.Code);
        Assert.Equal("line 2 is not a JSON object with a text\n", result.Error);
    }

    [Fact]
    public void Analyze_ManyLines_KeepTheirOrder()
    {
        string input = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"第{i}行，上海合作组织。\n"));

        ToolResult result = Tool.Run(input, [], "analyze");

        Assert.Equal(
            Enumerable.Range(0, 20_000).Select(i => $"第{i}行，上海合作组织。"),
            result.JsonLines.Select((JsonElement l) => l.GetProperty("text").GetString()));
    }

    [SharedDataTheory]
    [InlineData("smartcn", "seeds-paragraphs.jsonl")]
    [InlineData("smartcn", "cmrc-trial-questions.jsonl")]
    [InlineData("bigram", "cjk-bigrams.jsonl")]
    public void Analyze_GoldenTexts_GiveTheTokensOfTheReference(string analyzer, string file)
    {
        string path = SharedData.PathOf("golden", "smartcn", file);
        string[] golden = File.ReadAllLines(path);

        ToolResult result = Tool.Run("analyze", "--analyzer", analyzer, "--input", "jsonl", path);

        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(golden.Length, lines.Length);
        int compared = 0;
        for (int i = 0; i < golden.Length; i++)
        {
            // Escapes may be written in several ways; rows with any are compared in the conformance tests of the analyzers.
            if (!golden[i].Contains('\\', StringComparison.Ordinal))
            {
                Assert.Equal(TokensOf(golden[i]), TokensOf(lines[i]));
                compared++;
            }
        }

        Assert.True(compared > golden.Length / 2, $"{compared} of {golden.Length} rows compared");
    }

    private static string TokensOf(string line)
    {
        string tokens = line[line.IndexOf("\"tokens\":", StringComparison.Ordinal)..];
        int final = tokens.IndexOf(",\"final\":", StringComparison.Ordinal);
        return final < 0 ? tokens[..^1] : tokens[..final];
    }

    [Fact]
    public void Eval_WritesARunOfTheQuestions_AndKeepsItWhenALaterRunFails()
    {
        Write("corpus.jsonl", "{\"_id\":\"p1\",\"title\":\"湖\",\"text\":\"湖边的灯塔。\"}\n{\"_id\":\"p2\",\"title\":\"谷\",\"text\":\"谷里的水车。\"}\n");
        Write("queries.jsonl", "{\"_id\":\"q1\",\"text\":\"灯塔\"}\n");
        Write("bad.jsonl", "{\"_id\":\"q1\",\"text\":\"灯塔\"}\n{bad\n");

        ToolResult first = Tool.Run("eval", "--corpus", "corpus.jsonl", "--queries", "queries.jsonl", "--run", "a.run");
        ToolResult second = Tool.Run("eval", "--corpus", "corpus.jsonl", "--queries", "bad.jsonl", "--run", "a.run");

        Assert.Equal((0, 1), (first.Code, second.Code));
        Assert.Equal("bad.jsonl: line 2 is not a JSON object with an _id and a text\n", second.Error);
        Assert.Matches("^q1 Q0 p1 1 [0-9.]+ scosearch\n$", System.IO.File.ReadAllText(PathOf("a.run")));
    }
}
