using System.IO;

namespace ScoSearch.Cli.Tests;

/// <summary>What the tool says when it was called wrongly: what is wrong, what may stand there, where to read on.</summary>
public sealed class UsageTests : ToolTests
{
    [Theory]
    [InlineData(new[] { "search" }, 2, "缺少 QUERY", "QUERY is missing", "search")]
    [InlineData(new[] { "search", "x", "--limit", "abc" }, 2, "--limit 后面应是整数，而不是“abc”", "--limit takes a whole number, not 'abc'", "search")]
    [InlineData(new[] { "search", "x", "--min-score", "y" }, 2, "--min-score 后面应是数，而不是“y”", "--min-score takes a number, not 'y'", "search")]
    [InlineData(new[] { "search", "x", "--limit", "101" }, 2, "--limit 须在 0 到 100 之间，而不是 101", "--limit must be from 0 to 100, not 101", "search")]
    [InlineData(new[] { "search", "x", "-C", "11" }, 2, "--context 须在 0 到 10 之间，而不是 11", "--context must be from 0 to 10, not 11", "search")]
    [InlineData(new[] { "search", "x", "--timeout", "0" }, 2, "--timeout 须在 1 到 3600000 之间，而不是 0", "--timeout must be from 1 to 3600000, not 0", "search")]
    [InlineData(new[] { "search", "x", "--collapse", "11" }, 2, "--collapse 须在 1 到 10 之间，而不是 11", "--collapse must be from 1 to 10, not 11", "search")]
    [InlineData(new[] { "search", "x", "--sort", "big" }, 2, "“big”不可用，可以是：score, date, date-asc, document", "'big' is none of: score, date, date-asc, document", "search")]
    [InlineData(new[] { "search", "x", "--filter" }, 2, "--filter 后面缺少值", "--filter needs a value", "search")]
    [InlineData(new[] { "suggest", "x", "--limit", "51" }, 2, "--limit 须在 1 到 50 之间，而不是 51", "--limit must be from 1 to 50, not 51", "suggest")]
    [InlineData(new[] { "inspect", "a.txt", "--max-size", "0" }, 1, "--max-size 须在 1 到 2000 之间，而不是 0", "--max-size must be from 1 to 2000, not 0", "inspect")]
    [InlineData(new[] { "eval", "--corpus", "a", "--queries", "b" }, 1, "缺少选项 --run", "--run is needed", "eval")]
    [InlineData(new[] { "dict", "list", "foo" }, 1, "“foo”不可用，可以是：words, synonyms", "'foo' is none of: words, synonyms", "dict list")]
    [InlineData(new[] { "dict" }, 1, "还要写出命令，可用的有：list, validate, add, remove", "a command is missing; there are: list, validate, add, remove", "dict")]
    public void Arguments_ThatAreWrong_AreExplained(string[] arguments, int code, string chinese, string english, string command)
    {
        ToolResult inChinese = Tool.Run(["--lang", "zh", .. arguments]);
        ToolResult inEnglish = Tool.Run(["--lang", "en", .. arguments]);

        Assert.Equal((code, "", $"参数有误：{chinese}\n用法见 scosearch {command} --help\n"), (inChinese.Code, inChinese.Output, inChinese.Error));
        Assert.Equal((code, "", $"usage: {english}\nsee scosearch {command} --help\n"), (inEnglish.Code, inEnglish.Output, inEnglish.Error));
    }

    [Fact]
    public void Command_ThatThereIsNot_IsNamed() => Assert.Equal(
        "参数有误：没有“nonsense”这样的命令或选项\n用法见 scosearch --help\n", Tool.Run("nonsense", "--lang", "zh").Error);

    [Theory]
    [InlineData("search", "x", 2)]
    [InlineData("suggest", "x", 2)]
    [InlineData("show", "a#1", 1)]
    [InlineData("stats", "", 1)]
    [InlineData("check", "", 2)]
    [InlineData("check", "--repair", 2)]
    [InlineData("export", "", 1)]
    public void Index_ThatThereIsNot_IsNamedWithWhatToDo(string command, string argument, int code)
    {
        string[] arguments = [.. new[] { command, argument, "--index", "nowhere/index" }.Where(part => part.Length > 0)];

        ToolResult chinese = Tool.Run([.. arguments, "--lang", "zh"]);
        ToolResult english = Tool.Run([.. arguments, "--lang", "en"]);

        Assert.Equal((code, "nowhere/index 里还没有索引。先建立：scosearch index PATH\n"), (chinese.Code, chinese.Error));
        Assert.Equal((code, "there is no index in nowhere/index; build one with: scosearch index PATH\n"), (english.Code, english.Error));
    }

    [Fact]
    public void Files_ThatThereAreNot_AreNamed()
    {
        Directory.CreateDirectory(PathOf("empty"));

        Assert.Equal("empty 里没有可以编入的文件\n", Tool.Run("index", "empty", "--lang", "zh").Error);
        Assert.EndsWith("missing.jsonl\n", Tool.Run("analyze", "missing.jsonl").Error, StringComparison.Ordinal);
        Assert.StartsWith("没有文件 ", Tool.Run("analyze", "missing.jsonl", "--lang", "zh").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index")]
    [InlineData("search")]
    [InlineData("show")]
    [InlineData("suggest")]
    [InlineData("inspect")]
    [InlineData("analyze")]
    [InlineData("check")]
    [InlineData("stats")]
    [InlineData("dict")]
    [InlineData("dict remove")]
    [InlineData("export")]
    [InlineData("eval")]
    [InlineData("serve")]
    [InlineData("key")]
    [InlineData("completion")]
    public void Help_OfEachCommand_ShowsItInExamples(string command)
    {
        string help = Tool.Run([.. command.Split(' '), "--help"]).Output;

        string examples = help[help.IndexOf("Examples:\n", StringComparison.Ordinal)..];
        Assert.Contains("scosearch " + command.Split(' ')[0], examples, StringComparison.Ordinal);
    }
}
