using System.Diagnostics;
using System.IO;
using System.Text.Json;

namespace ScoSearch.Cli.Tests;

public sealed class IndexCommandTests : ToolTests
{
    [Fact]
    public void Index_SampleCorpus_RepeatedChangedPrunedAndRebuilt()
    {
        CopySampleData();

        JsonElement first = Tool.Run("index", "index-data/corpus", "--format", "json").Json;
        Assert.Equal(21, first.GetProperty("documents").GetInt32());
        Assert.InRange(first.GetProperty("paragraphs").GetInt32(), 600, 800);
        Assert.Equal(0, first.GetProperty("failed").GetArrayLength());
        Assert.True(first.GetProperty("seconds").GetDouble() > 0);

        // Without PATH: the corpus beside the index.
        JsonElement again = Tool.Run("index", "--format", "json").Json;
        Assert.Equal((0, 21), Counts(again));

        File.AppendAllText(PathOf("index-data/corpus/01-history.txt"), "\n\n新添的一段文字，前所未有。\n");
        File.Delete(PathOf("index-data/corpus/20-interview.txt"));
        ToolResult dryRun = Tool.Run("index", "--prune", "--dry-run");
        Assert.Equal(0, dryRun.Code);
        Assert.Matches("^\\* 01-history.txt \\(\\d+ paragraphs\\)\n- 20-interview.txt \\(\\d+ paragraphs\\)\nwould index 1 documents", dryRun.Output);

        JsonElement pruned = Tool.Run("index", "--prune", "--format", "json").Json;
        Assert.Equal((1, 19), Counts(pruned));
        Assert.Equal(1, pruned.GetProperty("removed").GetInt32());
        Assert.Equal(0, Tool.Run("search", "“前所未有”").Code);

        ToolResult rebuilt = Tool.Run("index", "--rebuild", "--format", "json");
        Assert.Equal(0, rebuilt.Code);
        Assert.Equal((20, 0), Counts(rebuilt.Json));
        Assert.Equal(20, Tool.Run("stats", "--format", "json").Json.GetProperty("documents").GetInt32());
    }

    [Fact]
    public void Index_OneBadFile_IsListedAndTheRestIsIndexed()
    {
        Write("corpus/good.txt", "好的文字。");
        Write("corpus/bad.jsonl", "{broken");

        ToolResult result = Tool.Run("index", "corpus", "--format", "json");

        Assert.Equal(2, result.Code);
        JsonElement failed = Assert.Single(result.Json.GetProperty("failed").EnumerateArray());
        Assert.Equal("corpus/bad.jsonl", failed.GetProperty("path").GetString());
        Assert.Equal("line 1 is not valid JSON", failed.GetProperty("reason").GetString());
        Assert.Equal("", result.Error);
        ToolResult text = Tool.Run("index", "corpus");
        Assert.Equal("failed corpus/bad.jsonl: line 1 is not valid JSON\n", text.Error);
    }

    [Fact]
    public void Index_NothingToDo_IsOne()
    {
        Directory.CreateDirectory(PathOf("empty"));

        Assert.Equal(1, Tool.Run("index", "empty").Code);
        Assert.Equal(1, Tool.Run("index", "missing.txt").Code);
        ToolResult noPath = Tool.Run("index");
        Assert.Equal(1, noPath.Code);
        Assert.Matches("^name files or folders to index .*\n$", noPath.Error);
        Assert.False(Directory.Exists(PathOf("index-data/index")) && Directory.GetFiles(PathOf("index-data/index"), "segments_*").Length > 0);
    }

    [Fact]
    public void Index_ChangedDictionary_AsksForRebuild()
    {
        Write("data/corpus/a.txt", "上合组织成员国。");
        Write("data/dictionaries/words.txt", "上合组织\n");
        Assert.Equal(0, Tool.Run("index", "--index", "data/index").Code);
        Write("data/dictionaries/words.txt", "上合组织\n成员国\n");

        ToolResult search = Tool.Run("search", "成员国", "--index", "data/index");
        ToolResult chinese = Tool.Run("search", "成员国", "--index", "data/index", "--lang", "zh");

        Assert.Equal((2, ""), (search.Code, search.Output));
        Assert.Contains("scosearch index --rebuild", search.Error, StringComparison.Ordinal);
        Assert.Equal("索引 data/index 是用另一份用户词典建立的。请重建：scosearch index --rebuild\n", chinese.Error);
        Assert.Equal(0, Tool.Run("index", "--rebuild", "--index", "data/index").Code);
        Assert.Equal(0, Tool.Run("search", "成员国", "--index", "data/index").Code);
    }

    [Fact]
    public void Index_EnvironmentVariable_NamesTheIndex()
    {
        Write("corpus/a.txt", "文字。");

        Assert.Equal(0, Tool.Run(null, [("SCOSEARCH_INDEX", "elsewhere")], "index", "corpus").Code);

        Assert.True(Directory.Exists(PathOf("elsewhere")));
        Assert.Equal(0, Tool.Run("search", "文字", "--index", "elsewhere").Code);
    }

    [Fact]
    public void Index_Watch_FollowsChangesUntilInterrupted()
    {
        Write("corpus/a.txt", "第一篇。");
        using Process process = Tool.Start([], "index", "corpus", "--watch");
        Assert.StartsWith("indexed 1 documents", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        Assert.StartsWith("following", process.StandardError.ReadLine(), StringComparison.Ordinal);

        Write("corpus/b.txt", "第二篇。");
        Assert.StartsWith("indexed 1 documents", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        Interrupt(process);

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(0, Tool.Run("search", "“第二篇”").Code);
    }

    [Fact]
    public void Index_Watch_FollowsTheWaysOfEditors()
    {
        Write("corpus/a.txt", "第一篇。");
        using Process process = Tool.Start([], "index", "corpus", "--watch", "--prune");
        process.StandardOutput.ReadLine();
        process.StandardError.ReadLine();

        // A swap file, a new file beside the old one, the new one renamed over it.
        Write("corpus/.a.txt.swp", "x");
        Write("corpus/a.txt.tmp", "改过的一篇。");
        File.Move(PathOf("corpus/a.txt.tmp"), PathOf("corpus/a.txt"), overwrite: true);
        File.Delete(PathOf("corpus/.a.txt.swp"));
        string? changed = process.StandardOutput.ReadLine();
        Write("corpus/bad.jsonl", "{broken");
        string? failed = process.StandardError.ReadLine();
        File.Delete(PathOf("corpus/bad.jsonl"));
        File.Delete(PathOf("corpus/a.txt"));
        string? removed = process.StandardOutput.ReadLine();
        while (removed?.Contains(" 1 removed", StringComparison.Ordinal) == false)
        {
            removed = process.StandardOutput.ReadLine();
        }

        Interrupt(process);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.StartsWith("indexed 1 documents, 1 paragraphs; 0 unchanged, 0 removed", changed, StringComparison.Ordinal);
        Assert.Equal("failed corpus/bad.jsonl: line 1 is not valid JSON", failed);
        Assert.NotNull(removed);
        Assert.Equal(1, Tool.Run("search", "“改过的”").Code);
    }

    [Fact]
    public void Index_Interrupted_LeavesTheLastCommitWhole()
    {
        Write("corpus/a.txt", "旧的一篇。");
        Assert.Equal(0, Tool.Run("index", "corpus").Code);
        string before = Tool.Run("export").Output;
        Write("corpus/a.txt", "新的一篇。");
        Write("corpus/b.pdf", "%PDF-1.4");
        Write("tool.sh", "#!/bin/sh\n: > \"$(dirname \"$0\")/started\"\nexec tail -f /dev/null\n");
        using (Process chmod = Process.Start("chmod", ["+x", PathOf("tool.sh")]))
        {
            chmod.WaitForExit();
        }

        using ManualResetEventSlim started = new();
        using FileSystemWatcher watcher = new(PathOf(""), "started");
        watcher.Created += (_, _) => started.Set();
        watcher.EnableRaisingEvents = true;

        using Process process = Tool.Start([], "index", "corpus", "--pdftotext", PathOf("tool.sh"));
        Assert.True(started.Wait(TimeSpan.FromSeconds(60)));
        Interrupt(process);

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(before, Tool.Run("export").Output);
        Assert.Equal(0, Tool.Run("check").Code);
        Assert.Equal(2, Tool.Run("index", "corpus", "--pdftotext", "nowhere").Code);
        Assert.Equal(0, Tool.Run("search", "“新的一篇”").Code);
    }

    [Fact]
    public void Index_StandardInput_IsADocument()
    {
        Assert.Equal(0, Tool.Run("<!DOCTYPE html><p>标准输入里的文字。</p>", [], "index", "-", "--id", "page.html").Code);

        Assert.Equal("page.html", Tool.Run("search", "“标准输入”", "--format", "json").Json
            .GetProperty("hits")[0].GetProperty("document").GetProperty("id").GetString());
        Assert.Equal(1, Tool.Run("", [], "index", "-", "--index", "other").Code);
    }

    private static void Interrupt(Process process)
    {
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static (int Documents, int Unchanged) Counts(JsonElement json) =>
        (json.GetProperty("documents").GetInt32(), json.GetProperty("unchanged").GetInt32());
}
