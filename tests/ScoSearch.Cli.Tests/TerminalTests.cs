using System.Diagnostics;
using System.IO;
using System.Text.RegularExpressions;
using ScoSearch.TestSupport;

namespace ScoSearch.Cli.Tests;

/// <summary>What a person sees at a terminal, and that nobody else sees it.</summary>
public sealed class TerminalTests : IDisposable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly Tool _tool;

    public TerminalTests()
    {
        _tool = new Tool(_folder.Path);
        Directory.CreateDirectory(_folder["corpus"]);
        File.WriteAllText(_folder["corpus/a.txt"], "[bold]灯塔[/]\n\n湖边的灯塔建于一九一二年。");
        Assert.Equal(0, _tool.Run("index", "corpus", "--index", "index").Code);
    }

    [TerminalFact]
    public void Search_AtATerminal_ColoursMatchesAndDrawsFacets()
    {
        string shown = RunAtTerminal("search 灯塔 --index index --facets kind", noColor: false);

        Assert.Matches("\u001b\\[[0-9;]*1[0-9;]*m灯塔\u001b\\[0m建于", shown);
        Assert.Contains("[bold]", shown, StringComparison.Ordinal);
        Assert.Contains("╭", shown, StringComparison.Ordinal);
    }

    [TerminalFact]
    public void Search_AtATerminalWithoutColours_HasNone()
    {
        string shown = RunAtTerminal("search 灯塔 --index index", noColor: true);

        Assert.DoesNotMatch("\u001b\\[[0-9;]*m", shown);
        Assert.Contains("湖边的灯塔建于", shown, StringComparison.Ordinal);
    }

    [TerminalFact]
    public void Index_AtATerminal_ShowsABarAndThenTheSummary()
    {
        string shown = RunAtTerminal("index corpus --index other", noColor: false);

        Assert.Contains("100%", shown, StringComparison.Ordinal);
        Assert.Matches("documents indexed[^\n]* 1 *\r?\n", shown);
        Assert.Matches("paragraphs[^\n]* 2 *\r?\n", shown);
    }

    [TerminalFact]
    public void Tables_OfChinese_FitTheTerminal()
    {
        Directory.CreateDirectory(_folder["dictionaries"]);
        File.WriteAllText(
            _folder["dictionaries/synonyms.txt"],
            "上合组织 = 上海合作组织 = 上合 = SCO = Shanghai Cooperation Organization\n元首理事会 = 国家元首理事会\n");

        string[] lines = [.. RunAtTerminal("dict list synonyms --dictionaries dictionaries", noColor: true, columns: 40)
            .Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Contains('│', StringComparison.Ordinal))];

        int Cells(string line) => line.Sum(c => c >= '\u2E80' ? 2 : 1);
        Assert.True(lines.Length > 4);
        Assert.All(lines, line => Assert.Equal(Cells(lines[0]), Cells(line)));
        Assert.InRange(Cells(lines[0]), 20, 40);
    }

    [Fact]
    public void Stats_ToAProgram_AreTheLinesScriptsKnow()
    {
        string shown = _tool.Run("stats", "--index", "index", "--lang", "zh").Output;

        Assert.StartsWith("索引     index\n文档     1\n段落     2\n已删段落 0\n段文件   1\n", shown, StringComparison.Ordinal);
    }

    // A terminal obeys what a document says, unless it never sees it.
    [Theory]
    [InlineData("search", "水车")]
    [InlineData("show", "b.txt#1")]
    [InlineData("show", "b.txt#2", "--context", "1")]
    public void Texts_WithControlCharacters_AreShownNotObeyed(params string[] arguments)
    {
        File.WriteAllText(_folder["corpus/b.txt"], "山谷里的\u001b]0;x\u0007水车由三代人修复。\n\n另一段。");
        _tool.Run("index", "corpus", "--index", "index");

        ToolResult result = _tool.Run([.. arguments, "--index", "index"]);

        Assert.Equal(0, result.Code);
        Assert.Contains("水车", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.DoesNotContain('\u0007', result.Output);
    }

    [Fact]
    public void LongLines_ToAProgram_StayWhole()
    {
        string text = string.Concat(Enumerable.Repeat("湖边的灯塔建于一九一二年，", 30)) + "完。";
        File.WriteAllText(_folder["corpus/long.txt"], text);
        _tool.Run("index", "corpus", "--index", "index");

        Assert.Contains(text + "\n", _tool.Run("search", "完", "--index", "index").Output, StringComparison.Ordinal);
        Assert.Contains(text + "\n", _tool.Run("inspect", "corpus/long.txt").Output, StringComparison.Ordinal);
    }

    [TerminalFact]
    public void Tables_AtATerminal_AreDrawn()
    {
        Assert.Contains("_0 ", RunAtTerminal("check --index index", noColor: false), StringComparison.Ordinal);
        Assert.Contains("╰", RunAtTerminal("check --index index", noColor: false), StringComparison.Ordinal);
        Assert.Contains("╰", RunAtTerminal("suggest 灯 --index index", noColor: false), StringComparison.Ordinal);
        Assert.Contains("paragraphs", RunAtTerminal("stats --index index", noColor: false), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "灯塔", "--facets", "kind")]
    [InlineData("check")]
    [InlineData("stats")]
    [InlineData("suggest", "灯")]
    [InlineData("inspect", "corpus/a.txt")]
    public void Output_ToAProgram_IsPlain(params string[] arguments)
    {
        string[] all = arguments[0] == "inspect" ? arguments : [.. arguments, "--index", "index"];
        ToolResult result = _tool.Run(all);

        Assert.Equal(0, result.Code);
        Assert.DoesNotContain('\u001b', result.Output + result.Error);
        Assert.DoesNotContain("╭", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(上合", 3)]
    [InlineData("a 与 (b", 7)]
    public void Search_QueryThatIsWrong_PointsAtThePlace(string query, int leastColumn)
    {
        ToolResult result = _tool.Run("search", query, "--syntax", "lucene", "--index", "index");

        Assert.Equal(2, result.Code);
        string[] lines = result.Error.TrimEnd().Split('\n');
        Assert.Equal("  " + query, lines[^2]);
        Assert.Matches("^ +\\^$", lines[^1]);
        Assert.True(lines[^1].Length >= leastColumn, result.Error);
    }

    [Fact]
    public void Search_FilterThatIsWrong_PointsBelowWideCharacters()
    {
        ToolResult result = _tool.Run("search", "灯塔", "--filter", "source = 山谷报 AND colour = 红", "--index", "index");

        string[] lines = result.Error.TrimEnd().Split('\n');
        Assert.Equal("  source = 山谷报 AND colour = 红", lines[^2]);
        Assert.Equal(new string(' ', 2 + "source = ".Length + 6 + " AND ".Length) + "^", lines[^1]);
    }

    public void Dispose() => _folder.Dispose();

    // util-linux's script gives the tool a terminal of its own and writes down all that appears there.
    private string RunAtTerminal(string command, bool noColor, int columns = 80)
    {
        ProcessStartInfo start = new("script", ["-qec", $"stty cols {columns}; dotnet '{Path.Combine(AppContext.BaseDirectory, "scosearch.dll")}' {command}", "/dev/null"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment.Remove("LC_ALL");
        start.Environment["NO_COLOR"] = noColor ? "1" : "";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeLimit), $"{command} did not end");
        return Regex.Replace(output.GetAwaiter().GetResult(), "\u001b\\[\\?[0-9;]*[hl]", "");
    }
}
