namespace ScoSearch.Cli.Tests;

/// <summary>Syntax, operators, fields and filters on the command line.</summary>
public sealed class SearchLanguageTests : ToolTests
{
    public SearchLanguageTests()
    {
        Write("corpus/lake.txt", "湖边的灯塔建于一九一二年。\n\n山谷里的水车由三代人修复。");
        Write("corpus/valley.txt", "水车和灯塔都写进了县志。");
        Tool.Run("index", "corpus");
    }

    [Theory]
    [InlineData(new[] { "灯塔 水车" }, new[] { "lake.txt#1", "lake.txt#2", "valley.txt#1" })]
    [InlineData(new[] { "灯塔 水车", "--operator", "and" }, new[] { "valley.txt#1" })]
    [InlineData(new[] { "灯塔 NOT 水车", "--syntax", "lucene" }, new[] { "lake.txt#1" })]
    [InlineData(new[] { "灯塔", "--filter", "document = valley.txt" }, new[] { "valley.txt#1" })]
    [InlineData(new[] { "灯塔", "--fields", "text", "--timeout", "60000" }, new[] { "lake.txt#1", "valley.txt#1" })]
    public void Search_WithOptions_FindsWhatTheySay(string[] arguments, string[] ids)
    {
        ToolResult result = Tool.Run(["search", .. arguments, "--format", "json"]);

        Assert.Equal(0, result.Code);
        Assert.Equal(ids, result.Json.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!).Order());
    }

    [Theory]
    [InlineData("(灯塔", "--syntax", "lucene")]
    [InlineData("灯塔", "--filter", "kind =")]
    public void Search_MistakeInTheLanguage_IsToldWithItsPlace(string query, string option, string value)
    {
        ToolResult result = Tool.Run("search", query, option, value);

        Assert.Equal(2, result.Code);
        Assert.Contains("position", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(灯塔", "  (灯塔\n  ^\n")]
    [InlineData("a AND AND 灯塔", "  a AND AND 灯塔\n        ^\n")]
    [InlineData("灯塔 AND )𠮷", "  灯塔 AND )𠮷\n           ^\n")]
    [InlineData("\u001b灯塔 AND )", "  ␛灯塔 AND )\n            ^\n")]
    public void Search_MistakeInTheQuery_IsPointedAt(string query, string lines)
    {
        ToolResult english = Tool.Run("search", query, "--syntax", "lucene");
        ToolResult chinese = Tool.Run("search", query, "--syntax", "lucene", "--lang", "zh");

        Assert.Equal((2, 2), (english.Code, chinese.Code));
        Assert.EndsWith("\n" + lines, english.Error, StringComparison.Ordinal);
        Assert.EndsWith("\n" + lines, chinese.Error, StringComparison.Ordinal);
        Assert.StartsWith("查询第", chinese.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_MistakeInTheFilter_IsPointedAt()
    {
        ToolResult result = Tool.Run("search", "灯塔", "--filter", "kind = 1 = 2", "--syntax", "lucene");

        Assert.Equal(2, result.Code);
        Assert.Matches("\n  kind = 1 = 2\n +\\^\n$", result.Error);
    }

    [Fact]
    public void Search_MistakeInALongQuery_IsShownWithWhatStandsRoundIt()
    {
        string query = new string('灯', 300) + " AND ) " + new string('塔', 300);

        string[] lines = Tool.Run("search", query, "--syntax", "lucene").Error.TrimEnd('\n').Split('\n');

        string text = lines[^2];
        Assert.StartsWith("  ...灯", text, StringComparison.Ordinal);
        Assert.EndsWith("塔...", text, StringComparison.Ordinal);
        int Cells(string part) => part.Sum(c => c is '灯' or '塔' ? 2 : 1);
        Assert.InRange(Cells(text), 74, 79);
        Assert.Equal(Cells(text[..text.IndexOf(')', StringComparison.Ordinal)]), lines[^1].Length - 1);
    }
}
