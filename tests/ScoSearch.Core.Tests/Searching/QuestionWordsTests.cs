using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Tests.Searching;

public sealed class QuestionWordsTests
{
    [Theory]
    [InlineData("天津峰会有多少外国领导人参加", "天津峰会有 外国领导人参加")]
    [InlineData("上合组织人文合作有哪些政策文件", "上合组织人文合作 政策文件")]
    [InlineData("两座大楼是什么", "两座大楼 ")]
    [InlineData("互利是什么意思", "互利 意思 是指 ")]
    [InlineData("何时成立的", " 成立的")]
    [InlineData("权利的游戏有几季", "权利的游戏有 季")]
    public void Remove_Question_LeavesWhatIsAskedAbout(string question, string expected) =>
        Assert.Equal(expected, QuestionWords.Remove(question));

    [Theory]
    [InlineData("几内亚")]
    [InlineData("几何学")]
    [InlineData("哪吒")]
    [InlineData("吗啡")]
    [InlineData("何润东")]
    [InlineData("三股势力")]
    public void Remove_Name_LeavesItWhole(string name) => Assert.Equal(name, QuestionWords.Remove(name));
}
