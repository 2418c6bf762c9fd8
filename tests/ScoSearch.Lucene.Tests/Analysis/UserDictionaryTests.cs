using System.IO;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.Lucene.Analysis.SmartCn;

namespace ScoSearch.Lucene.Tests.Analysis;

public sealed class UserDictionaryTests
{
    [Theory]
    [InlineData("上合组织成员国", "他说上合组织成员国很多", "他/说/上合组织成员国/很/多")]
    [InlineData("5G网络", "建设5G网络", "建设/5g网络")]
    [InlineData("5G网络", "建设15G网络", "建设/15/g/网络")]
    [InlineData("C5+1", "在C5+1会议上", "在/c5+1/会议/上")]
    [InlineData("c5＋１", "在Ｃ5+1会议上", "在/c5+1/会议/上")]
    [InlineData("New York", "去New  York看看", "去/new york/看看")]
    [InlineData("上海合作组织", "上海 合作\n组织", "上海合作组织")]
    [InlineData("𠀀字", "看𠀀字吧", "看/𠀀字/吧")]
    public void Analyze_UserWord_WinsOverHmm(string word, string text, string expected)
    {
        Assert.Equal(expected, Cut(UserDictionary.Create([word]), text));
    }

    [Theory]
    [InlineData("甲乙 乙丙丁", "甲乙丙丁", "甲/乙丙丁")] // the longest wins, wherever it starts
    [InlineData("甲乙 乙丙", "甲乙丙", "甲乙/丙")] // equally long: the first
    [InlineData("甲乙\t1 乙丙\t2", "甲乙丙", "甲/乙丙")] // equally long: the higher frequency
    [InlineData("甲乙 甲乙丙", "甲乙丙甲乙", "甲乙丙/甲乙")]
    [InlineData("甲甲", "甲甲甲甲甲", "甲甲/甲甲/甲")]
    public void Analyze_OverlappingUserWords_FollowsPrecedence(string words, string text, string expected)
    {
        UserDictionary dictionary = UserDictionary.Read(new StringReader(words.Replace(' ', '\n')));

        Assert.Equal(expected, Cut(dictionary, text));
    }

    [Fact]
    public void Analyze_UserWord_OffsetsCoverItsPlaceInTheText()
    {
        using SmartChineseAnalyzer analyzer = new(() => UserDictionary.Create(["合作组织"]));

        Assert.Equal("上海 0-2 +1\n合作组织 2-7 +1\nend 8 +1\n", TokenDump.Of(analyzer, "上海合作 组织。"));
    }

    [Fact]
    public void Analyze_EmptyDictionary_IsExactlySmartCn()
    {
        using SmartChineseAnalyzer plain = new();
        using SmartChineseAnalyzer withUserWords = new(() => UserDictionary.Empty);
        Random random = new(7);
        for (int round = 0; round < 200; round++)
        {
            string text = RandomChinese.Next(random, 40);

            Assert.Equal(TokenDump.Of(plain, text), TokenDump.Of(withUserWords, text));
        }
    }

    [Fact]
    public void Analyze_DictionarySwapped_StreamInFlightKeepsItsOwn()
    {
        UserDictionary current = UserDictionary.Create(["甲乙"]);
        using SmartChineseAnalyzer analyzer = new(() => current);
        TokenStream stream = analyzer.GetTokenStream("f", "甲乙。甲乙");
        Assert.True(stream.MoveNext());

        current = UserDictionary.Empty;

        Assert.True(stream.MoveNext());
        Assert.Equal("甲乙", stream.Token.Term.ToString());
        Assert.Equal("甲/乙", TokenDump.Terms(analyzer, "甲乙"));
    }

    [Fact]
    public async Task Analyze_DictionarySwappedMeanwhile_EachTextIsCutByOneOfThem()
    {
        const int Analyses = 300;
        UserDictionary[] dictionaries = [UserDictionary.Create(["甲乙"]), UserDictionary.Create(["丙丁"])];
        string text = string.Concat(Enumerable.Repeat("甲乙。丙丁。", 20));
        string[] whole = [.. dictionaries.Select(dictionary => DumpWith(() => dictionary, text))];
        UserDictionary current = dictionaries[0];
        using SmartChineseAnalyzer analyzer = new(() => Volatile.Read(ref current));

        Task<string[]> analysis = Task.Run(
            () => Enumerable.Range(0, Analyses).Select(_ => TokenDump.Of(analyzer, text)).ToArray());
        for (uint swap = 1; !analysis.IsCompleted; swap++)
        {
            Volatile.Write(ref current, dictionaries[swap % 2]);
        }

        Assert.NotEqual(whole[0], whole[1]);
        Assert.All(await analysis, found => Assert.Contains(found, whole));
    }

    [Fact]
    public void Fold_TraditionalWord_IsFoundInEitherScript()
    {
        UserDictionary dictionary = UserDictionary.Create(["後臺開發"]);
        using FoldedSmartChineseAnalyzer analyzer = new(() => dictionary);

        Assert.Equal("后台开发", TokenDump.Terms(analyzer, "後臺開發"));
        Assert.Equal("后台开发", TokenDump.Terms(analyzer, "后台开发"));
    }

    [Theory]
    [InlineData("上合\t", 1)]
    [InlineData("# 注释\n\n上合\t-1", 3)]
    [InlineData("上合\t1.5", 1)]
    [InlineData("上合\n\t5", 2)]
    [InlineData("上合\n上\0合", 2)]
    public void Read_BadLine_NamesItsNumber(string content, int line)
    {
        FormatException error = Assert.Throws<FormatException>(() => UserDictionary.Read(new StringReader(content)));

        Assert.StartsWith($"line {line}:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_WordTooLongOrMalformed_Throws()
    {
        string longest = new('字', UserDictionary.MaxWordLength);

        Assert.Equal(1, UserDictionary.Create([longest]).Count);
        Assert.Throws<FormatException>(() => UserDictionary.Create([longest + "字"]));
        Assert.Throws<FormatException>(() => UserDictionary.Create(["a\uD800"]));
    }

    [Fact]
    public void Fingerprint_DependsOnContentAlone()
    {
        UserDictionary first = UserDictionary.Read(new StringReader("# a\n乙\t3\n甲\r\n"));
        UserDictionary second = UserDictionary.Read(new StringReader("\uFEFF甲\n\n乙\t3\n甲"));
        UserDictionary third = UserDictionary.Read(new StringReader("甲\n乙\t4"));

        Assert.Equal(first.Fingerprint, second.Fingerprint);
        Assert.NotEqual(first.Fingerprint, third.Fingerprint);
        Assert.Equal(64, first.Fingerprint.Length);
        Assert.Equal(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", UserDictionary.Empty.Fingerprint);
    }

    [Fact]
    public void Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => UserDictionary.Read(null!));
        Assert.Throws<ArgumentNullException>(() => UserDictionary.Load(null!));
        Assert.Throws<ArgumentNullException>(() => UserDictionary.Create(null!));
        Assert.Throws<ArgumentNullException>(() => new SmartChineseAnalyzer(null!));
        Assert.Throws<ArgumentNullException>(() => new HmmChineseTokenizer(null!));
    }

    private static string Cut(UserDictionary dictionary, string text)
    {
        using SmartChineseAnalyzer analyzer = new(() => dictionary);
        return TokenDump.Terms(analyzer, text);
    }

    private static string DumpWith(Func<UserDictionary> source, string text)
    {
        using SmartChineseAnalyzer analyzer = new(source);
        return TokenDump.Of(analyzer, text);
    }
}
