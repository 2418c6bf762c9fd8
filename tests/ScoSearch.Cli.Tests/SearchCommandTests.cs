using System.Text.Json;

namespace ScoSearch.Cli.Tests;

public sealed class SearchCommandTests : ToolTests
{
    [Fact]
    public void Search_Json_IsTheObjectOfTheService()
    {
        Write("corpus/a.md", "# 三股势力\n\n上合组织打击“三股势力”。𠮷林也有。\n");
        Tool.Run("index", "corpus");

        ToolResult result = Tool.Run("search", "上合组织 三股势力", "--format", "json", "--limit", "1");

        Assert.Equal((0, ""), (result.Code, result.Error));
        JsonElement json = result.Json;
        Assert.True(json.GetProperty("total").GetProperty("value").GetInt32() >= 1);
        JsonElement hit = Assert.Single(json.GetProperty("hits").EnumerateArray());
        Assert.True(hit.GetProperty("score").GetDouble() > 0);
        Assert.Equal("a.md", hit.GetProperty("document").GetProperty("id").GetString());
        Assert.Equal(2, hit.GetProperty("paragraph").GetProperty("number").GetInt32());
        Assert.Equal("上合组织打击“三股势力”。𠮷林也有。", hit.GetProperty("text").GetString());
        Assert.Equal("word", hit.GetProperty("match").GetString());
        Assert.Contains("<mark>", hit.GetProperty("snippet").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(hit.GetProperty("highlights").EnumerateArray());
        Assert.Contains("𠮷林也有", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("}\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_Text_ShowsRankDocumentNumberAndScoreWithoutColours()
    {
        Write("corpus/a.txt", "上合组织打击三股势力。\n\n别的文字。");
        Tool.Run("index", "corpus");

        ToolResult result = Tool.Run("search", "三股势力", "--lang", "zh");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Matches(
            "^  1\\. a\\.txt\n     a\\.txt#1  行 1  得分 \\d+\\.\\d\\d\n     上合组织打击三股势力。\n\n共 1 段，\\d+\\.\\d 毫秒\n$", result.Output);
    }

    [Theory]
    [InlineData("“上海精神”", "02-charter-and-spirit.md")]
    [InlineData("上海合作組織 三股勢力", "07-security.txt")]
    [InlineData("托卡耶夫", "")]
    public void Search_SampleCorpus_FindsWhatAReaderExpects(string query, string expectedDocument)
    {
        CopySampleData();
        Tool.Run("index");

        ToolResult result = Tool.Run("search", query, "--format", "json");

        IEnumerable<string?> documents = result.Json.GetProperty("hits").EnumerateArray()
            .Select(h => h.GetProperty("document").GetProperty("id").GetString());
        Assert.Equal(result.Code, result.Json.GetProperty("hits").GetArrayLength() > 0 ? 0 : 1);
        if (expectedDocument.Length > 0)
        {
            Assert.Contains(expectedDocument, documents);
        }
    }

    [Fact]
    public void Search_NoHit_IsOneAndErrorsAreTwo()
    {
        ToolResult noIndex = Tool.Run("search", "词");
        Write("corpus/a.txt", "文字。");
        Tool.Run("index", "corpus");

        Assert.Equal(2, noIndex.Code);
        Assert.Matches("^there is no index yet; build one with: scosearch index PATH .*\n$", noIndex.Error);
        Assert.Equal(1, Tool.Run("search", "“没有的词”").Code);
        Assert.Equal(2, Tool.Run("search").Code);
        Assert.Equal(2, Tool.Run("search", "词", "--limit", "-1").Code);
        Assert.Equal(2, Tool.Run("search", "词", "--nonsense").Code);
        Assert.Equal(2, Tool.Run("search", new string('词', 1025)).Code);
    }
}
