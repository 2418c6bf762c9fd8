using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Tests.Searching;

public sealed class SynonymFinderTests
{
    private static readonly SynonymFinder Finder = new(Synonyms.Parse(
        "上合组织 = 上海合作组织 = SCO\n上合 = 上合组织简称\n友谊 => 友情\nNew Zealand = 新西兰\n"));

    [Theory]
    [InlineData("上合组织的成员", "上海合作组织 SCO")]
    [InlineData("上合峰会", "上合组织简称")]
    [InlineData("sco峰会", "上合组织 上海合作组织")]
    [InlineData("scope", "")]
    [InlineData("disco", "")]
    [InlineData("友谊", "友情")]
    [InlineData("友情", "")]
    [InlineData("new zealand", "新西兰")]
    [InlineData("", "")]
    public void Find_TypedText_GivesTheOthers(string folded, string expected) =>
        Assert.Equal(expected, string.Join(' ', Finder.Find(folded).SelectMany(entry => entry.Others)));

    [Fact]
    public void Find_SeveralEntries_KeepsThemApart() => Assert.Equal(
        ["上合组织: 上海合作组织 SCO", "友谊: 友情"],
        Finder.Find("上合组织的友谊").Select(entry => $"{entry.Typed}: {string.Join(' ', entry.Others)}"));

    [Fact]
    public void Find_NoDictionary_GivesNothing() =>
        Assert.Empty(new SynonymFinder(Synonyms.Empty).Find("上合组织"));
}
