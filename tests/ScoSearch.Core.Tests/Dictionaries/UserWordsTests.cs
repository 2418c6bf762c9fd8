using System.IO;
using ScoSearch.Core.Dictionaries;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Dictionaries;

public sealed class UserWordsTests
{
    [Fact]
    public void Parse_WordsCommentsAndFrequencies_AreRead()
    {
        UserWords words = UserWords.Parse("# 注释\n\n上合组织\t6000\r\n中吉乌铁路\n");

        Assert.Equal([new UserWord("上合组织", 6000), new UserWord("中吉乌铁路", null)], words.Words);
        Assert.True(words.Contains("上合组织"));
        Assert.False(words.Contains("上合"));
    }

    [Theory]
    [InlineData("上合\n中 亚\n", 2, DictionaryProblemKind.BadCharacter)]
    [InlineData("上合\t0\n", 1, DictionaryProblemKind.BadFrequency)]
    [InlineData("上合\t多\n", 1, DictionaryProblemKind.BadFrequency)]
    [InlineData("上合\t99999999999\n", 1, DictionaryProblemKind.BadFrequency)]
    [InlineData("上合\n# x\n上合\t5\n", 3, DictionaryProblemKind.Duplicate)]
    public void Parse_BadLine_IsReportedWithItsNumber(string text, int line, DictionaryProblemKind kind)
    {
        DictionaryFormatException e = Assert.Throws<DictionaryFormatException>(() => UserWords.Parse(text));

        DictionaryProblem problem = Assert.Single(e.Problems);
        Assert.Equal((line, kind), (problem.Line, problem.Kind));
        Assert.Contains($"words.txt:{line}:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_LongestWord_IsReadAndOneMoreIsNot()
    {
        Assert.Single(UserWords.Parse(new string('上', 100)).Words);
        Assert.Throws<DictionaryFormatException>(() => UserWords.Parse(new string('上', 101)));
    }

    [Fact]
    public void Fingerprint_DependsOnWordsAndFrequenciesOnly()
    {
        string fingerprint = UserWords.Parse("甲\n乙\t3\n").Fingerprint;

        Assert.Equal(fingerprint, UserWords.Parse("# 新注释\n乙\t3\n\n甲\n").Fingerprint);
        Assert.NotEqual(fingerprint, UserWords.Parse("甲\n乙\t4\n").Fingerprint);
        Assert.NotEqual(fingerprint, UserWords.Parse("甲\n").Fingerprint);
    }

    [Fact]
    public void Load_NotUtf8_IsReported()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["words.txt"], [0xC9, 0xCF, 0xBA, 0xCF]);

        DictionaryFormatException e = Assert.Throws<DictionaryFormatException>(() => UserWords.Load(folder["words.txt"]));

        Assert.Equal(DictionaryProblemKind.NotUtf8, Assert.Single(e.Problems).Kind);
    }

    [Fact]
    public void Append_NewWord_StandsAtTheEndAndNothingElseChanges()
    {
        using TemporaryFolder folder = new();
        string file = folder["words.txt"];
        File.WriteAllText(file, "# 注释\n上合");

        Assert.True(UserWords.Append(file, new UserWord("中吉乌铁路", 500)));
        Assert.False(UserWords.Append(file, new UserWord("上合", null)));

        Assert.Equal("# 注释\n上合\n中吉乌铁路\t500\n", File.ReadAllText(file));
        Assert.Throws<ArgumentException>(() => UserWords.Append(file, new UserWord("两 词", null)));
    }
}
