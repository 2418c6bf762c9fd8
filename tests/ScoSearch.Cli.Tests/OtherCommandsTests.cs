using System.IO;
using System.Text.Json;

namespace ScoSearch.Cli.Tests;

public sealed class OtherCommandsTests : ToolTests
{
    [Fact]
    public void Check_SoundIndex_IsZero_DamagedIndex_IsOneAndSaysWhere()
    {
        Write("corpus/a.txt", string.Join("\n\n", Enumerable.Range(0, 200).Select(i => $"第{i}段：上海合作组织的文字。")));
        Tool.Run("index", "corpus");

        ToolResult sound = Tool.Run("check", "--format", "json");
        Assert.Equal((0, true), (sound.Code, sound.Json.GetProperty("sound").GetBoolean()));
        string file = Directory.GetFiles(PathOf("index-data/index")).OrderByDescending(f => new FileInfo(f).Length).First();
        FlipByte(file, new FileInfo(file).Length / 2);
        ToolResult damaged = Tool.Run("check", "--format", "json");

        Assert.Equal((1, false), (damaged.Code, damaged.Json.GetProperty("sound").GetBoolean()));
        JsonElement problem = damaged.Json.GetProperty("problems")[0];
        Assert.Contains(Path.GetFileName(file), problem.GetProperty("file").GetString() + problem.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, Tool.Run("check").Code);
    }

    [Fact]
    public void Check_NoIndex_IsAnErrorNotDamage() => Assert.Equal(2, Tool.Run("check").Code);

    [Fact]
    public void Check_DamagedCommit_IsDamage()
    {
        Write("corpus/a.txt", "文字。");
        Tool.Run("index", "corpus");
        string commit = Directory.GetFiles(PathOf("index-data/index"), "segments_*").Single();
        FlipByte(commit, new FileInfo(commit).Length - 3);

        Assert.Equal(1, Tool.Run("check").Code);
        ToolResult search = Tool.Run("search", "文字");
        Assert.Equal(2, search.Code);
        Assert.StartsWith("the index is damaged: ", search.Error, StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run("index", "corpus", "--rebuild").Code);
        Assert.Equal(0, Tool.Run("check").Code);
    }

    [Fact]
    public void Stats_Json_HasThePromisedNumbers()
    {
        Write("corpus/a.txt", "甲。\n\n乙。");
        Write("corpus/b.txt", "丙。");
        Tool.Run("index", "corpus");

        JsonElement json = Tool.Run("stats", "--format", "json").Json;

        Assert.Equal(2, json.GetProperty("documents").GetInt32());
        Assert.Equal(3, json.GetProperty("paragraphs").GetInt32());
        Assert.Equal(1, json.GetProperty("segments").GetInt32());
        Assert.True(json.GetProperty("bytes").GetInt64() > 100);
        Assert.Equal("6", json.GetProperty("schema").GetString());
        Assert.Matches("^[0-9a-f]{16}-[0-9a-f]{16}$", json.GetProperty("dictionary").GetString());
        Assert.Equal(1, Tool.Run("stats", "--index", "nowhere").Code);
    }

    [Fact]
    public void Inspect_Jsonl_IsALineAParagraph()
    {
        Write("a.md", "# 题目\n\n第一段[^1]。\n\n## 小节\n\n第二段𠮷。\n\n[^1]: 注。\n");

        ToolResult result = Tool.Run("inspect", "a.md", "--format", "jsonl");

        Assert.Equal((0, ""), (result.Code, result.Error));
        IReadOnlyList<JsonElement> lines = result.JsonLines;
        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(l => l.GetProperty("number").GetInt32()));
        JsonElement second = lines.Single(l => l.GetProperty("text").GetString() == "第二段𠮷。");
        Assert.Equal("body", second.GetProperty("kind").GetString());
        Assert.Equal("小节", second.GetProperty("section").EnumerateArray().Last().GetString());
        Assert.Equal(7, second.GetProperty("lines")[0][0].GetInt32());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("page").ValueKind);
        Assert.Equal("footnote", lines[^1].GetProperty("kind").GetString());
        Assert.Contains("𠮷", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, Tool.Run("inspect", "missing.txt").Code);
    }

    [Fact]
    public void Inspect_Json_SaysWhatWasFoundAndDone()
    {
        Write("a.txt", "题目\n\n第一段①，写得长一点。\n\n第二段。\n\n① 注释的文字。\n");

        JsonElement report = Tool.Run("inspect", "a.txt", "--format", "json", "--encoding", "utf-8").Json;

        JsonElement encoding = report.GetProperty("encoding");
        Assert.Equal(("utf-8", "override", 1.0), (encoding.GetProperty("name").GetString(),
            encoding.GetProperty("evidence").GetString(), encoding.GetProperty("certainty").GetDouble()));
        Assert.Equal("text", report.GetProperty("reader").GetString());
        Assert.InRange(report.GetProperty("lines").GetInt32(), 7, 8);
        Assert.Equal(1, report.GetProperty("footnotes").GetProperty("linked").GetInt32());
        Assert.Equal(0, report.GetProperty("charactersLost").GetInt32());
        int paragraphs = report.GetProperty("paragraphs").GetArrayLength();
        Assert.Equal(paragraphs, report.GetProperty("paragraphsByKind").EnumerateObject().Sum(k => k.Value.GetInt32()));
        Assert.True(report.GetProperty("regimes").GetArrayLength() > 0);
    }

    [Fact]
    public void Inspect_Text_ShowsTheReportAndNoControlCharacters()
    {
        Write("a.txt", "题目\n\n红\u001b[31m色的字。\n");

        string shown = Tool.Run("inspect", "a.txt").Output;

        Assert.Matches("encoding: utf-8, certainty 0.99 .*\n(.*\n)*  verified: 0 lost, 0 invented\n", shown);
        Assert.DoesNotContain('\u001b', shown);
        Assert.Contains("核对: 丢失 0，多出 0", Tool.Run("inspect", "a.txt", "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_BadFile_SaysWhyInTheLanguageAsked()
    {
        Write("a.pdf", "%PDF-1.4");

        Assert.Matches("^a.pdf: .*pdftotext.*not found as 'nowhere'\n$", Tool.Run("inspect", "a.pdf", "--pdftotext", "nowhere").Error);
        Assert.StartsWith("缺少外部程序（", Tool.Run(null, [("SCOSEARCH_PDFTOTEXT", "nowhere")], "inspect", "a.pdf", "--lang", "zh").Error,
            StringComparison.Ordinal);
        Write("big.txt", new string('x', 2 << 20));
        Assert.Contains("more than the limit", Tool.Run("inspect", "big.txt", "--max-size", "1").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_StandardInput_IsRead()
    {
        ToolResult result = Tool.Run("题目\n\n一段文字。\n", [], "inspect", "-", "--format", "jsonl");

        Assert.Contains(result.JsonLines, l => l.GetProperty("text").GetString() == "一段文字。");
    }

    [Fact]
    public void Export_CanBeIndexedAgain()
    {
        Write("corpus/a.md", "# 题目\n\n一段文字。\n\n“引文。”\n");
        Write("corpus/b.txt", "另一篇。");
        Tool.Run("index", "corpus");
        string first = Tool.Run("export").Output;
        Write("again/all.jsonl", first);

        Assert.Equal(2, Tool.Run("index", "again", "--index", "second/index", "--format", "json").Json.GetProperty("documents").GetInt32());

        IEnumerable<(string?, string?)> Paragraphs(string export) => new ToolResult(0, export, "").JsonLines
            .Select(l => (l.GetProperty("document").GetString(), l.GetProperty("text").GetString()));
        Assert.Equal(Paragraphs(first), Paragraphs(Tool.Run("export", "--index", "second/index").Output));
    }

    [Fact]
    public void Dict_ListsValidatesAndAdds()
    {
        Write("index-data/dictionaries/words.txt", "上合组织\t6000\n");
        Write("index-data/dictionaries/synonyms.txt", "上合组织 = SCO\n");

        Assert.Equal("上合组织\t6000\n", Tool.Run("dict", "list").Output);
        Assert.Equal("上合组织 = SCO\n", Tool.Run("dict", "list", "synonyms").Output);
        Assert.Equal("{\"word\":\"上合组织\",\"frequency\":6000}\n", Tool.Run("dict", "list", "--format", "json").Output);
        Assert.Equal("sound: 1 words, 1 sets of synonyms, 0 expansions\n", Tool.Run("dict", "validate").Output);
        Assert.Equal(0, Tool.Run("dict", "add", "中吉乌铁路", "--frequency", "500").Code);
        Assert.Equal("上合组织\t6000\n中吉乌铁路\t500\n", File.ReadAllText(PathOf("index-data/dictionaries/words.txt")));
        Assert.Equal(1, Tool.Run("dict", "add", "两 个").Code);

        Write("index-data/dictionaries/synonyms.txt", "上合组织 = SCO\n\nSCO = 别的\n");
        ToolResult bad = Tool.Run("dict", "validate", "--lang", "zh");
        Assert.Equal(1, bad.Code);
        Assert.EndsWith("synonyms.txt:3: “SCO”在第 1 行已有\n", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Dict_AddAndRemove_KeepTheIndexInStep()
    {
        Write("corpus/a.txt", "新质生产力是重点。\n\n别的段落。\n");
        Write("index-data/dictionaries/words.txt", "# 说明\n上合组织\n");
        Tool.Run("index", "corpus");

        ToolResult added = Tool.Run("dict", "add", "新质生产力", "--lang", "en");

        Assert.Equal((0, ""), (added.Code, added.Error));
        Assert.Contains("1 paragraphs analysed anew", added.Output, StringComparison.Ordinal);
        Assert.Equal("word", Tool.Run("search", "新质生产力", "--format", "json").Json.GetProperty("hits")[0].GetProperty("match").GetString());

        Assert.Equal(0, Tool.Run("dict", "remove", "新质生产力").Code);
        Assert.Equal("# 说明\n上合组织\n", File.ReadAllText(PathOf("index-data/dictionaries/words.txt")));
        Assert.Equal(0, Tool.Run("search", "新质生产力").Code);
        Assert.Equal(1, Tool.Run("dict", "remove", "新质生产力").Code);
    }

    [Fact]
    public void Dict_AddToAnIndexOfOtherWords_SaysThatItMustBeBuiltAnew()
    {
        Write("corpus/a.txt", "新质生产力是重点。\n");
        Write("index-data/dictionaries/words.txt", "上合组织\n");
        Tool.Run("index", "corpus");
        Write("index-data/dictionaries/words.txt", "三股势力\n");

        ToolResult added = Tool.Run("dict", "add", "新质生产力", "--lang", "en");

        Assert.Equal(0, added.Code);
        Assert.Contains("--rebuild", added.Output, StringComparison.Ordinal);
        Assert.Equal("三股势力\n新质生产力\n", File.ReadAllText(PathOf("index-data/dictionaries/words.txt")));
    }

    [Fact]
    public void Help_HasExamplesInTheLanguageOfTheLocale()
    {
        Assert.Contains("Examples:\n  scosearch search 三股势力\n", Tool.Run("search", "--help").Output, StringComparison.Ordinal);
        ToolResult chinese = Tool.Run(null, [("LANG", "zh_CN.UTF-8")], "--help");
        Assert.Equal(0, chinese.Code);
        Assert.Contains("把文件编入索引", chinese.Output, StringComparison.Ordinal);
        Assert.Contains("例：\n", chinese.Output, StringComparison.Ordinal);
        Assert.Contains("index files", Tool.Run(null, [("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")], "--help").Output, StringComparison.Ordinal);
    }

    private static void FlipByte(string file, long offset)
    {
        using FileStream stream = File.Open(file, FileMode.Open);
        stream.Position = offset;
        int value = stream.ReadByte();
        stream.Position = offset;
        stream.WriteByte((byte)(value ^ 0x10));
    }
}
