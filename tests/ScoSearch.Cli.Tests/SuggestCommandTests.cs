using System.Text.Json;

namespace ScoSearch.Cli.Tests;

public sealed class SuggestCommandTests : ToolTests
{
    [Fact]
    public void Suggest_Json_GivesTextKindAndCount()
    {
        CopySampleData();
        Tool.Run("index");

        ToolResult result = Tool.Run("suggest", "上海合作", "--format", "json", "--limit", "3");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal("上海合作", result.Json.GetProperty("query").GetString());
        JsonElement first = result.Json.GetProperty("suggestions")[0];
        Assert.Equal("上海合作组织", first.GetProperty("text").GetString());
        Assert.Equal("term", first.GetProperty("kind").GetString());
        Assert.True(first.GetProperty("count").GetInt64() > 0);
        Assert.True(result.Json.GetProperty("suggestions").GetArrayLength() <= 3);
    }

    [Fact]
    public void Suggest_Text_IsALineEach()
    {
        Write("corpus/a.md", "# 丝绸之路的故事\n\n丝绸之路通向西方。\n");
        Tool.Run("index", "corpus");

        ToolResult result = Tool.Run("suggest", "丝绸", "--lang", "zh");

        Assert.Contains("丝绸之路的故事\t标题\t2\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("没有这样开头的词", "10", 1)]
    [InlineData("丝绸", "0", 2)]
    [InlineData("丝绸", "51", 2)]
    public void Suggest_NothingOrBadLimit_SaysSoByItsCode(string prefix, string limit, int code)
    {
        Write("corpus/a.md", "# 丝绸之路的故事\n");
        Tool.Run("index", "corpus");

        ToolResult result = Tool.Run("suggest", prefix, "--limit", limit);

        Assert.Equal(code, result.Code);
    }
}
