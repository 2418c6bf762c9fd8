using ScoSearch.Core.Searching;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Searching;

/// <summary>Whatever is typed gives an answer.</summary>
public sealed class AnyQueryTests(SampleIndex index) : IClassFixture<SampleIndex>
{
    private static readonly string[] Pieces =
    [
        "上合", "组织", "的", "什么", "是什么意思", "\"", "“", "”", "「", "」", "-", "－", " ", "　", "*", "?", "(", ")", "AND", "OR", ":",
        "~", "^", "\\", "/", "[", "]", "{", "}", "\0", "\uD800", "\uDC00", "😀", "𠮷", "ﾞ", "é", "2025", "SCO", "，", "。", "《", "》", "\n", "\t",
    ];

    [Fact]
    public void Search_AnyString_AnswersWithMarksInsideTheText()
    {
        using ScoSearchIndex opened = ScoSearchIndex.Open(index.IndexPath, index.Dictionaries);
        Random random = TestSeed.NewRandom(21);
        for (int round = 0; round < 400; round++)
        {
            string query = string.Concat(
                Enumerable.Range(0, random.Next(round % 40 == 0 ? 200 : 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));

            SearchResponse answer = opened.Search(new SearchRequest(query) { Limit = 5 });

            Assert.True(answer.Hits.Count <= 5 && answer.Total.Value >= answer.Hits.Count, $"round {round}, {TestSeed.Hint}");
            foreach (SearchHit hit in answer.Hits)
            {
                Assert.True(double.IsFinite(hit.Score) && hit.Score >= 0, $"round {round}, {TestSeed.Hint}");
                Assert.All(hit.Highlights, h => Assert.Equal(h.Term, TextOf(hit, h).Substring(h.Start, h.Length)));
            }
        }
    }

    private static string TextOf(SearchHit hit, Highlight highlight) => highlight.Field switch
    {
        "title" => hit.Document.Title ?? "",
        "section" => hit.Paragraph.Section ?? "",
        _ => hit.Text,
    };

    [Fact]
    public void Search_LongestQueryOfDifferentCharacters_Answers()
    {
        using ScoSearchIndex opened = ScoSearchIndex.Open(index.IndexPath, index.Dictionaries);
        string query = string.Concat(Enumerable.Range(0x4E00, SearchRequest.MaxQueryLength).Select(c => (char)c));

        Assert.NotEmpty(opened.Search(new SearchRequest(query)).Hits);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 　")]
    [InlineData("。！？")]
    [InlineData("-上合")]
    public void Search_NothingToLookFor_FindsNothing(string query) => Assert.Empty(index.Find(query, 10));

    [Fact]
    public void Search_Pages_FitTogether()
    {
        using ScoSearchIndex opened = ScoSearchIndex.Open(index.IndexPath, index.Dictionaries);
        const string Query = "上合组织成员国的合作";
        string[] whole = [.. opened.Search(new SearchRequest(Query) { Limit = 60 }).Hits.Select(h => h.Id)];

        IEnumerable<string> paged = Enumerable.Range(0, 6)
            .SelectMany(page => opened.Search(new SearchRequest(Query) { Limit = 10, Offset = 10 * page }).Hits.Select(h => h.Id));

        Assert.Equal(whole, paged);
    }
}
