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
            "^  1\\. a\\.txt\n     a\\.txt#1  正文  行 1  得分 \\d+\\.\\d\\d\n     上合组织打击三股势力。\n\n共 1 段，\\d+\\.\\d 毫秒\n$", result.Output);
    }

    [Fact]
    public void Search_AroundTheHit_ShowsWhatWasAskedFor()
    {
        Write("corpus/a.md", "# 三股势力\n\n## 一、由来\n\n上合组织打击三股势力。\n\n三股势力危害地区安全。\n");
        Write("corpus/b.txt", "各国谈三股势力。");
        Tool.Run("index", "corpus");

        ToolResult text = Tool.Run(
            "search", "三股势力", "--lang", "zh", "--facets", "document,kind", "--collapse", "--citation", "--explain", "--limit", "1");
        JsonElement json = Tool.Run("search", "三股势力", "--sort", "document", "--limit", "1", "--format", "json").Json;
        string cursor = json.GetProperty("next").GetString()!;
        ToolResult second = Tool.Run("search", "三股势力", "--sort", "document", "--limit", "1", "--cursor", cursor, "--format", "json");

        Assert.Equal((0, ""), (text.Code, text.Error));
        foreach (string expected in (string[])["这一篇还有", "[Z].", "得分，由下面", "分属 2 篇", "document\n", "  b.txt", "下一页：--cursor "])
        {
            Assert.Contains(expected, text.Output, StringComparison.Ordinal);
        }

        Assert.NotEqual(
            json.GetProperty("hits")[0].GetProperty("id").GetString(), second.Json.GetProperty("hits")[0].GetProperty("id").GetString());
        ToolResult bad = Tool.Run("search", "三股势力", "--cursor", "AAAA", "--lang", "zh");
        Assert.Equal((2, "翻页游标有误。\n"), (bad.Code, bad.Error));
        Assert.Equal(2, Tool.Run("search", "三股势力", "--facets", "colour").Code);
        Assert.Equal(2, Tool.Run("search", "三股势力", "--collapse", "many").Code);
    }

    [Fact]
    public void Show_Paragraph_HasPlaceNeighboursAndCitation()
    {
        Write("corpus/a.txt", "第一段的文字。\n\n第二段的文字。\n\n第三段的文字。");
        Tool.Run("index", "corpus");

        ToolResult shown = Tool.Run("show", "a.txt#2", "--context", "1", "--lang", "zh");

        Assert.Equal((0, ""), (shown.Code, shown.Error));
        Assert.StartsWith("a.txt\na.txt#2  正文  行 3\n\n第一段的文字。\n第二段的文字。\n第三段的文字。\n", shown.Output, StringComparison.Ordinal);
        Assert.Contains("a.txt[Z].", shown.Output, StringComparison.Ordinal);
        Assert.Equal("第二段的文字。", Tool.Run("show", "a.txt#2", "--format", "json").Json.GetProperty("text").GetString());
        Assert.Equal(1, Tool.Run("show", "a.txt#9").Code);
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
        Assert.Matches("^there is no index in index-data/index; build one with: scosearch index PATH\n$", noIndex.Error);
        Assert.Equal(1, Tool.Run("search", "“没有的词”").Code);
        Assert.Equal(2, Tool.Run("search").Code);
        Assert.Equal(2, Tool.Run("search", "词", "--limit", "-1").Code);
        Assert.Equal(2, Tool.Run("search", "词", "--nonsense").Code);
        Assert.Equal(2, Tool.Run("search", new string('词', 1025)).Code);
    }
}
