using System.IO;
using ScoSearch.Core.Dictionaries;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Dictionaries;

public sealed class SynonymsTests
{
    private const string Text =
        "# 组织\n上合组织 = 上海合作组织 = SCO = ШОС = Shanghai Cooperation Organization\n"
        + "政府首脑理事会 = 政府首脑（总理）理事会\n中亚五国 => 哈萨克斯坦, 吉尔吉斯斯坦\n";

    [Fact]
    public void Of_EntryOfASet_GivesTheOthers()
    {
        Synonyms synonyms = Synonyms.Parse(Text);

        Assert.Equal(["上海合作组织", "SCO", "ШОС", "Shanghai Cooperation Organization"], synonyms.Of("上合组织"));
        Assert.Contains("上合组织", synonyms.Of("shanghai  cooperation ORGANIZATION"));
        Assert.Contains("上合组织", synonyms.Of("шос"));
        Assert.Equal(["政府首脑理事会"], synonyms.Of("政府首脑（总理）理事会"));
    }

    [Fact]
    public void Of_Expansion_WorksInOneDirection()
    {
        Synonyms synonyms = Synonyms.Parse(Text);

        Assert.Equal(["哈萨克斯坦", "吉尔吉斯斯坦"], synonyms.Of("中亚五国"));
        Assert.Empty(synonyms.Of("哈萨克斯坦"));
        Assert.Empty(synonyms.Of("没有的词"));
    }

    [Theory]
    [InlineData("甲 = 乙\n乙 = 丙\n", 2, DictionaryProblemKind.Duplicate)]
    [InlineData("SCO = sco\n", 1, DictionaryProblemKind.Duplicate)]
    [InlineData("甲\n", 1, DictionaryProblemKind.BadSeparator)]
    [InlineData("甲 = 乙 => 丙\n", 1, DictionaryProblemKind.BadSeparator)]
    [InlineData("甲 => 乙 => 丙\n", 1, DictionaryProblemKind.BadSeparator)]
    [InlineData("甲 = \n", 1, DictionaryProblemKind.EmptyEntry)]
    [InlineData("甲 => 乙,,丙\n", 1, DictionaryProblemKind.EmptyEntry)]
    [InlineData("甲 => 乙, 甲\n", 1, DictionaryProblemKind.Duplicate)]
    public void Parse_BadLine_IsReportedWithItsNumber(string text, int line, DictionaryProblemKind kind)
    {
        DictionaryFormatException e = Assert.Throws<DictionaryFormatException>(() => Synonyms.Parse(text));

        Assert.Contains(e.Problems, p => p.Line == line && p.Kind == kind);
    }

    [Fact]
    public void Fingerprint_DoesNotDependOnOrderOrComments()
    {
        string fingerprint = Synonyms.Parse("甲 = 乙\n丙 => 丁\n").Fingerprint;

        Assert.Equal(fingerprint, Synonyms.Parse("丙 => 丁\n# x\n乙 = 甲\n").Fingerprint);
        Assert.NotEqual(fingerprint, Synonyms.Parse("甲 = 乙\n丙 = 丁\n").Fingerprint);
    }

    [Fact]
    public void Load_DictionariesOfTheSampleData_AreSound()
    {
        string folder = Path.Combine(SharedData.RepositoryRoot!, "index-data", "dictionaries");

        DictionarySet set = DictionarySet.Load(folder);

        Assert.True(set.Words.Words.Count > 500, $"{set.Words.Words.Count} words");
        Assert.True(set.Synonyms.Sets.Count > 100, $"{set.Synonyms.Sets.Count} sets");
        Assert.Contains("上合组织", set.Synonyms.Of("SCO"));
    }

    [Fact]
    public void Reload_ChangedFile_GivesANewSnapshotAndLeavesTheOld()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["words.txt"], "甲乙\n");
        DictionarySet before = DictionarySet.Load(folder.Path);
        Assert.Same(before, before.Reload());

        File.WriteAllText(folder["words.txt"], "甲乙\n丙丁\n");
        DictionarySet after = before.Reload();

        Assert.Equal((1, 2), (before.Words.Words.Count, after.Words.Words.Count));
        Assert.NotEqual(before.Fingerprint, after.Fingerprint);
    }
}
