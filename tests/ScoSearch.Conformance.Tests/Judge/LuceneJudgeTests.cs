using ScoSearch.TestSupport;

namespace ScoSearch.Conformance.Tests.Judge;

public sealed class LuceneJudgeTests
{
    private const string ThreeDocuments = """
        (config (maxdocs 2))
        (add (text body "the cat sat") (string id "a" stored) (dv-numeric num 3))
        (add (text body "the dog sat on the cat") (string id "b" stored) (dv-numeric num -1))
        (add (text body "a cat") (string id "c" stored))
        (commit ("key" "value"))
        """;

    [LuceneFact]
    public void Version_OfTheReference_Is881WithAssertions() =>
        Assert.Equal(["8.8.1", "true"], [.. LuceneJudge.Shared.Call("version")[0].Where((_, i) => i != 1)]);

    [LuceneFact]
    public void Tokens_OfLoneSurrogatesAndControls_SurviveTheWayThereAndBack()
    {
        JudgeTokens tokens = LuceneJudge.Shared.Tokens("keyword", "a\ud83d\t\\\"\u0000\u0085\ude00b😀\r\n");

        Assert.Equal("a\ud83d\t\\\"\u0000\u0085\ude00b😀\r\n", Assert.Single(tokens.Tokens).Term);
    }

    [LuceneFact]
    public void Call_WhenTheReferenceThrows_ReportsItAndGoesOn()
    {
        JudgeException failure = Assert.Throws<JudgeException>(() => LuceneJudge.Shared.Check("/no/such/folder/here"));

        Assert.Contains("check", failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(LuceneJudge.Shared.Call("version"));
    }

    [LuceneFact]
    public void Call_AfterTheProcessHasEnded_SaysSo()
    {
        LuceneJudge judge = new();
        judge.Call("version");
        Assert.Throws<JudgeException>(() => judge.Call("dump"));
        judge.Dispose();

        Assert.ThrowsAny<Exception>(() => judge.Call("version"));
    }

    [LuceneFact]
    public void Build_OfAScript_IsCheckedSearchedAndDumped()
    {
        using TemporaryFolder folder = new();
        LuceneJudge.Shared.Build(folder.Path, ThreeDocuments);

        LuceneJudge.Shared.Check(folder.Path);
        JudgeHits hits = LuceneJudge.Shared.Search(folder.Path, "(term body cat)", 10, "sort=(long num) (doc)");
        IReadOnlyList<string> stored = LuceneJudge.Shared.DumpSection(folder.Path, merged: true, "stored");

        Assert.Equal("total 3\n1 - n:-1,n:1\n2 - n:0,n:2\n0 - n:3,n:0", hits.Describe());
        Assert.Equal(["0\tid\tstring\ta", "1\tid\tstring\tb", "2\tid\tstring\tc"], stored);
        Assert.Contains(LuceneJudge.Shared.Dump(folder.Path, merged: false), s => s.Name == "segment/1/terms/body");
        Assert.Equal(["key\tvalue"], LuceneJudge.Shared.DumpSection(folder.Path, merged: false, "commit"));
    }

    [LuceneFact]
    public void Dump_OfAMergedIndex_EqualsThatOfItsSegments()
    {
        using TemporaryFolder folder = new();
        LuceneJudge.Shared.BuildKind(folder["apart"], "deletions", 5);
        LuceneJudge.Shared.BuildKind(folder["merged"], "forcemerged", 5);

        IEnumerable<JudgeSection> apart = LuceneJudge.Shared.Dump(folder["apart"], merged: true);
        IEnumerable<JudgeSection> merged = LuceneJudge.Shared.Dump(folder["merged"], merged: true);

        Assert.Equal(apart.Where(s => s.Name != "commit"), merged.Where(s => s.Name != "commit"));
        LuceneJudge.Shared.Check(folder["merged"]);
    }

    [LuceneFact]
    public void Modify_OfAnIndex_LeavesItWhole()
    {
        using TemporaryFolder folder = new();
        LuceneJudge.Shared.BuildKind(folder.Path, "deletions", 1);
        JudgeSection before = LuceneJudge.Shared.Dump(folder.Path, merged: true).First(s => s.Name == "stored");

        LuceneJudge.Shared.Modify(folder.Path, TestSeed.Value, mergeToSegments: 2);

        LuceneJudge.Shared.Check(folder.Path);
        Assert.NotEqual(before, LuceneJudge.Shared.Dump(folder.Path, merged: true).First(s => s.Name == "stored"));
    }

    [LuceneFact]
    public void Search_AfterAHit_GivesTheRest()
    {
        using TemporaryFolder folder = new();
        LuceneJudge.Shared.BuildKind(folder.Path, "one", 1);
        LuceneJudge.Shared.BuildKind(folder["more"], "docs129", 1);

        JudgeHits all = LuceneJudge.Shared.Search(folder["more"], "(term body 中国)", 1000);
        JudgeHit third = all.Hits[2];
        JudgeHits rest = LuceneJudge.Shared.Search(
            folder["more"], "(term body 中国)", 1000, $"after={third.Doc},{third.ScoreBits}");

        Assert.True(all.Hits.Count > 10);
        Assert.Equal(all.Hits.Skip(3), rest.Hits);
    }

    [LuceneFact]
    public void TryLock_WhenHeld_IsRefused()
    {
        using TemporaryFolder folder = new();
        using LuceneJudge other = new();

        Assert.True(LuceneJudge.Shared.TryLock(folder.Path));
        Assert.False(other.TryLock(folder.Path));
        LuceneJudge.Shared.Unlock(folder.Path);
        Assert.True(other.TryLock(folder.Path));
    }
}
