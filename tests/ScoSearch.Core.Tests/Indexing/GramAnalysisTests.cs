using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Analysis;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Indexing;

public sealed class GramAnalysisTests
{
    private static readonly ParagraphAnalysis Analysis = new(DictionarySet.Empty);

    [Theory]
    [InlineData("上合SCO组", "上:0 上合:0 合:1 sco:2 组:3")]
    [InlineData("国、俄", "国:0 俄:1")]
    [InlineData("ＳＣＯ２０２５年", "sco2025:0 年:1")]
    [InlineData("𠮷野家", "𠮷:0 𠮷野:0 野:1 野家:1 家:2")]
    [InlineData("葛\U000E0100城", "葛:0 葛城:0 城:1")]
    [InlineData("Душанбе и Élan", "душанбе:0 и:1 élan:2")]
    [InlineData(" 。！", "")]
    [InlineData("", "")]
    public void ForIndexing_Grams_AreSinglesAndPairsAtThePositionOfTheirFirstCharacter(string text, string expected) =>
        Assert.Equal(expected, Describe(Analysis.ForIndexing, text));

    [Theory]
    [InlineData("上合SCO组", "上合:0 sco:2 组:3")]
    [InlineData("上海精神", "上海:0 海精:1 精神:2")]
    [InlineData("国、俄罗斯", "国:0 俄罗:1 罗斯:2")]
    [InlineData("神", "神:0")]
    public void ForQueries_Grams_AreTheLongestTermsAtThePositionsOfADocument(string text, string expected) =>
        Assert.Equal(expected, Describe(Analysis.ForQueries, text));

    [Theory]
    [InlineData("ＳＣＯ年", "2s:0 2sc:0 1co:0 1o:0")]
    [InlineData("5G", "25:0 1g:0")]
    [InlineData("Éa", "2é:0 1a:0")]
    [InlineData("e\u0301a", "2e\u0301:0 1a:0")]
    [InlineData("上合", "")]
    [InlineData("a", "")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456", "")]
    public void ForIndexing_Runs_HaveTheirBeginningsAndEndings(string text, string expected) => Assert.Equal(
        expected,
        string.Join(' ', AllTokens(Analysis.ForIndexing, text).Where(t => RunPieces.IsPiece(t.Term))
            .Select(t => $"{(t.Term[0] == RunPieces.Beginning ? 2 : 1)}{t.Term[1..]}:{t.Position}")));

    [Fact]
    public void Pieces_OfRuns_PointIntoTheSourceAndNeverBack()
    {
        const string Text = "在２０２４年，ＡＥＯ。";

        List<(string Term, int, int Start, int End)> tokens = AllTokens(Analysis.ForIndexing, Text);

        Assert.Equal(tokens.Select(t => t.Start).Order(), tokens.Select(t => t.Start));
        Assert.All(tokens.Where(t => RunPieces.IsPiece(t.Term)), t =>
            Assert.Equal(t.Term[1..], ParagraphAnalyzer.FoldGrams(Text[t.Start..t.End])));
    }

    [Fact]
    public void Offsets_PointIntoTheSource()
    {
        const string Text = "在《上合》，SCO。";

        foreach ((string term, _, int start, int end) in Tokens(Analysis.ForIndexing, Text))
        {
            Assert.Equal(term, Text[start..end].ToLowerInvariant());
        }
    }

    [Fact]
    public void EveryVisibleString_OfADocument_IsFoundAsPhraseOfItsGrams()
    {
        Random random = TestSeed.NewRandom(3);
        string[] pieces = ["上", "海", "合作", "组织", "𠮷", "，", "“", "SCO", "2025", " ", "年", "俄", "а", "、", "中"];
        for (int round = 0; round < 300; round++)
        {
            string[] chosen = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)])];
            string text = string.Concat(chosen);
            ILookup<int, string> atPosition = Tokens(Analysis.ForIndexing, text).ToLookup(t => t.Position, t => t.Term);
            foreach ((int start, int end, _, _) in Windows(text))
            {
                string part = text[start..end];
                List<(string Term, int Position, int, int)> query = Tokens(Analysis.ForQueries, part);

                Assert.NotEmpty(query);
                bool found = atPosition.Select(g => g.Key)
                    .Any(p => query.TrueForAll(q => atPosition[p + q.Position - query[0].Position].Contains(q.Term)));
                Assert.True(found, $"'{part}' in '{text}', {TestSeed.Hint}");
            }
        }
    }

    // All stretches from the begin of one element to the end of another: what a reader can mark, save for parts of a word.
    private static IEnumerable<(int Start, int End, int First, int Last)> Windows(string text)
    {
        List<(string Term, int Position, int Start, int End)> singles =
            [.. Tokens(Analysis.ForIndexing, text).GroupBy(t => t.Position).Select(g => g.First())];
        for (int first = 0; first < singles.Count; first++)
        {
            for (int last = first; last < singles.Count; last++)
            {
                yield return (singles[first].Start, singles[last].End, first, last);
            }
        }
    }

    private static string Describe(Analyzer analyzer, string text) =>
        string.Join(' ', Tokens(analyzer, text).Select(t => $"{t.Term}:{t.Position}"));

    private static List<(string Term, int Position, int Start, int End)> Tokens(Analyzer analyzer, string text) =>
        [.. AllTokens(analyzer, text).Where(token => !RunPieces.IsPiece(token.Term))];

    private static List<(string Term, int Position, int Start, int End)> AllTokens(Analyzer analyzer, string text)
    {
        List<(string, int, int, int)> tokens = [];
        TokenStream stream = analyzer.GetTokenStream(ParagraphFields.Grams, text);
        int position = -1;
        while (stream.MoveNext())
        {
            position += stream.Token.PositionIncrement;
            tokens.Add((stream.Token.Term.ToString(), position, stream.Token.StartOffset, stream.Token.EndOffset));
        }

        stream.End();
        return tokens;
    }
}
