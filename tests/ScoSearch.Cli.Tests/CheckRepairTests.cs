using System.IO;

namespace ScoSearch.Cli.Tests;

public sealed class CheckRepairTests : ToolTests
{
    private string Index => PathOf("index-data/index");

    [Fact]
    public void Repair_SoundIndex_HasNothingToDo()
    {
        Write("corpus/a.txt", "灯塔。");
        Tool.Run("index", "corpus");

        Assert.Equal(0, Tool.Run("check", "--repair").Code);
    }

    [Fact]
    public void Repair_NewestCommitDamaged_GoesBackOnlyAfterConsent()
    {
        MakeTwoCommitsAndDamageTheNewer();

        ToolResult unasked = Tool.Run("check", "--repair");
        Assert.Equal(2, unasked.Code);
        Assert.Equal(1, Tool.Run("check").Code);
        ToolResult repaired = Tool.Run("check", "--repair", "--yes");

        Assert.Equal(0, repaired.Code);
        Assert.Equal(0, Tool.Run("check").Code);
        Assert.Equal(0, Tool.Run("search", "灯塔").Code);
        Assert.Equal(1, Tool.Run("search", "水车").Code);
        Assert.Single(Directory.GetFiles(Index, "damaged_segments_*"));
    }

    [Fact]
    public void Repair_NoSoundCommit_SaysSoAndChangesNothing()
    {
        Write("corpus/a.txt", "灯塔。");
        Tool.Run("index", "corpus");
        string commit = Directory.GetFiles(Index, "segments_*").Single();
        FlipByte(commit);

        ToolResult result = Tool.Run("check", "--repair", "--yes");

        Assert.Equal(1, result.Code);
        Assert.Contains("--rebuild", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(commit));
    }

    // As after a crash in which the older commit could not be deleted: its files are put back beside the newer one.
    private void MakeTwoCommitsAndDamageTheNewer()
    {
        Write("corpus/a.txt", "湖边的灯塔。");
        Tool.Run("index", "corpus");
        Dictionary<string, byte[]> older = Directory.GetFiles(Index).ToDictionary(file => file, File.ReadAllBytes);
        Write("corpus/b.txt", "山谷里的水车。");
        Tool.Run("index", "corpus");
        string newer = Directory.GetFiles(Index, "segments_*").Single();
        foreach ((string file, byte[] content) in older.Where(file => !File.Exists(file.Key)))
        {
            File.WriteAllBytes(file, content);
        }

        FlipByte(newer);
        Assert.Equal(2, Directory.GetFiles(Index, "segments_*").Length);
    }

    private static void FlipByte(string file)
    {
        byte[] content = File.ReadAllBytes(file);
        content[^3] ^= 0xff;
        File.WriteAllBytes(file, content);
    }
}
