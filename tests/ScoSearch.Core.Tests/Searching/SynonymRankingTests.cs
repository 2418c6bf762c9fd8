using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Searching;
using ScoSearch.Core.Tests.Reading;

namespace ScoSearch.Core.Tests.Searching;

/// <summary>A synonym counts for less than the word that was typed, however rare it is.</summary>
public sealed class SynonymRankingTests
{
    private static readonly DictionarySet Dictionaries = DictionarySet.Empty with
    {
        Synonyms = Synonyms.Parse("粮食 = 五谷 = 谷物 = 稼穑丰登之物 = 民天之本\n"),
    };

    [Theory]
    [InlineData("粮食")]
    [InlineData("粮食 合作")]
    [InlineData("粮食合作的情况")]
    public void Search_WordWithRareSynonyms_RanksTheWordFirst(string query)
    {
        // The word is common, each synonym rare; the paragraphs are equal but for them. One has several synonyms.
        string[] words = [.. Enumerable.Repeat("粮食", 12), "五谷", "稼穑丰登之物", "民天之本", "五谷谷物民天之本"];
        using SmallIndex small = new(string.Join('\n', words.Select((word, i) =>
            $$"""{"document":"{{(char)('z' - i)}}","kind":"body","text":"各国代表讨论了{{word}}合作与运输的情况，会议持续了两天。"}""")), Dictionaries);

        SearchResponse answer = small.Index.Search(new SearchRequest(query) { Limit = 20, Explain = true });

        Assert.Equal(words.Length, answer.Hits.Count);
        Assert.All(answer.Hits.Take(12), hit => Assert.Contains("粮食", hit.Text, StringComparison.Ordinal));
        Assert.True(answer.Hits[12].Score < answer.Hits[11].Score, "the synonyms come after the word");
        Assert.Contains(answer.Hits[12].Explain!.Details, part => part.Description.Contains("同义", StringComparison.Ordinal));
        Assert.Contains(answer.Hits[12].Highlights, mark => words.Any(word => word != "粮食" && mark.Term.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Search_NobodyHasTheWord_FindsTheSynonyms()
    {
        using SmallIndex small = new(
            """
            {"document":"a","kind":"body","text":"今年五谷丰收。"}
            {"document":"b","kind":"body","text":"今年天气很好。"}
            """,
            Dictionaries);

        Assert.Equal(["a"], small.Index.Search(new SearchRequest("粮食")).Hits.Select(hit => hit.Document.Id));
    }
}
