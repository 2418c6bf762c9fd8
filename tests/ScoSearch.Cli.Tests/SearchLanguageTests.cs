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
}
