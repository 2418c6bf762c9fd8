using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Core.Tests.Indexing;

public sealed class RankingTermsTests
{
    private static readonly ParagraphAnalysis Analysis = new(DictionarySet.Empty);

    [Theory]
    [InlineData("合作")]
    [InlineData("合作 SCO 2025 合作")]
    [InlineData("塔吉克斯坦与中国的贸易额达40.5%，𠮷野家也在其中。")]
    [InlineData("")]
    public void Merge_AnyText_HasEachWordAndBigramOfAPlaceOnce(string text)
    {
        TokenRecording words = TokenRecording.Record(Analysis.ForIndexing, ParagraphFields.Words, text);
        TokenRecording grams = TokenRecording.Record(Analysis.ForIndexing, ParagraphFields.Grams, text);

        List<(int, string)> merged = Read(RankingTerms.Merge(words, grams));

        IEnumerable<(int, string)> expected =
            Read(grams).Where(term => !RankingTerms.IsCharacter(term.Item2) && !RunPieces.IsPiece(term.Item2)).Union(Read(words));
        Assert.Equal(expected.Order(), merged.Order());
    }

    [Fact]
    public void Find_WordsAtTheBeginning_CountMoreThanThoseBehind()
    {
        string text = "合作" + new string('的', 20) + "贸易" + new string('的', 80) + "关税《网球》";
        TokenRecording words = TokenRecording.Record(Analysis.ForIndexing, ParagraphFields.Words, text);
        TokenRecording grams = TokenRecording.Record(Analysis.ForIndexing, ParagraphFields.Grams, text);

        List<(int, string Term)> opening = Read(OpeningTerms.Find(text, RankingTerms.Merge(words, grams)));

        int Count(string term) => opening.Count(found => found.Term == term);
        Assert.Equal(OpeningTerms.MaxFrequency, Count("合作"));
        Assert.InRange(Count("贸易"), 1, OpeningTerms.MaxFrequency - 1);
        Assert.Equal(0, Count("关税"));
        Assert.Equal(OpeningTerms.MaxFrequency, Count("网球"));
    }

    private static List<(int, string)> Read(TokenRecording recording) =>
        [.. Enumerable.Range(0, recording.Count).Select(i => (recording.StartOffsetAt(i), recording.TermAt(i).ToString()))];
}
