using System.Text.Json;
using System.Xml.Linq;

namespace ScoSearch.Cli.Tests;

public sealed class ExportCommandTests : ToolTests
{
    private const string Text = "甲<乙&“丙”𠮷。";

    public ExportCommandTests()
    {
        Write("corpus/a.txt", Text + "\n\n第二段。\n");
        Tool.Run("index", "corpus");
    }

    [Fact]
    public void Export_OpenSearch_IsActionAndParagraphInTurn()
    {
        ToolResult result = Tool.Run("export", "--format", "opensearch");

        JsonElement[] lines = [.. result.JsonLines];
        Assert.Equal((0, 4), (result.Code, lines.Length));
        Assert.Equal("a.txt#1", lines[0].GetProperty("index").GetProperty("_id").GetString());
        Assert.Equal(Text, lines[1].GetProperty("text").GetString());
        Assert.Equal("a.txt#2", lines[2].GetProperty("index").GetProperty("_id").GetString());
        Assert.Contains("𠮷", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_Mapping_NamesEveryFieldOfAParagraph()
    {
        JsonElement properties = JsonDocument.Parse(Tool.Run("export", "--mapping").Output).RootElement
            .GetProperty("mappings").GetProperty("properties");
        JsonElement paragraph = Tool.Run("export").JsonLines[0];

        Assert.All(paragraph.EnumerateObject(), member => Assert.True(properties.TryGetProperty(member.Name, out _), member.Name));
    }

    [Fact]
    public void Export_Trec_IsOneDocumentAParagraph()
    {
        ToolResult result = Tool.Run("export", "--format", "trec");

        XElement all = XElement.Parse($"<all>{result.Output}</all>");
        Assert.Equal(["a.txt#1", "a.txt#2"], all.Elements("DOC").Select(document => document.Element("DOCNO")!.Value));
        Assert.Equal(Text, all.Elements("DOC").First().Element("TEXT")!.Value.Trim());
    }
}
