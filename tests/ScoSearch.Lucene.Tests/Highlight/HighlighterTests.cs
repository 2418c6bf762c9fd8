using System.Globalization;
using ScoSearch.Lucene.Highlight;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Highlight;

public sealed class HighlighterTests(ITestOutputHelper output)
{
    private const string Field = "f";
    private static readonly FragmentFormatter Formatter = new("[", "]");

    [Fact]
    public void Highlight_Phrase_MarksWholePhrasesOnly()
    {
        Assert.Equal("苹果 很 甜 [红 苹果] 红 花", Mark(new PhraseQuery(Field, "红", "苹果"), "苹果 很 甜 红 苹果 红 花"));
        Assert.Equal("[a x b] a", Mark(new PhraseQuery(1, Field, "a", "b"), "a x b a"));
    }

    [Fact]
    public void Highlight_MultiTermQueries_MarksTheSelectedTerms()
    {
        Assert.Equal("[中文] 英文 [中国]", Mark(new PrefixQuery(Term("中")), "中文 英文 中国"));
        Assert.Equal("[中文] [英文] 中国", Mark(new WildcardQuery(Term("?文")), "中文 英文 中国"));
        Assert.Equal("[中文] 英文 [中国]", Mark(new RegexpQuery(Term("中[国文]")), "中文 英文 中国"));
        Assert.Equal("[search] [serach] sea", Mark(new FuzzyQuery(Term("search"), 1), "search serach sea"));
        Assert.Equal("[a] b [c]", Mark(new SynonymQuery(Term("a"), Term("c")), "a b c"));
    }

    [Fact]
    public void Highlight_Boolean_MarksMatchingPartsOnly()
    {
        Query both = new BooleanQuery.Builder().Add(new TermQuery(Term("a")), Occur.Must)
            .Add(new TermQuery(Term("x")), Occur.Must).Build();
        Query query = new BooleanQuery.Builder().Add(both, Occur.Should).Add(new TermQuery(Term("b")), Occur.Should)
            .Add(new TermQuery(Term("no")), Occur.MustNot)
            .Add(new TermQuery(new Term("other", "z")), Occur.Filter).Build();

        Assert.Equal("a [b] c", Mark(query, "a b c"));
    }

    [Fact]
    public void Highlight_SearchedDocument_UsesOffsetsOfTheIndex()
    {
        const string text = "a b a c";
        IndexSearcher searcher = new(new NaiveIndexReader([[new NaiveDocument().AddText(Field, text)]]));

        HighlightFragment fragment = Assert.Single(new Highlighter().Highlight(
            searcher, new PhraseQuery(Field, "b", "a"), 0, Field, text, new SpaceAnalyzer()));

        Assert.Equal("a [b a] c", Formatter.Format(fragment));
    }

    [Fact]
    public void Format_MarkupInText_IsEscaped()
    {
        HighlightFragment fragment = new("<b>\"a\" & 'c'", 0, [new TextSpan(4, 5)], 1);

        Assert.Equal("&lt;b&gt;&quot;<em>a</em>&quot; &amp; &#39;c&#39;", new FragmentFormatter().Format(
            fragment with { Highlights = [new TextSpan(4, 5)] }));
    }

    [Fact]
    public void Highlight_NoMatch_FallsBackToLeadingSentences()
    {
        string text = new string('第', 50) + "。" + new string('二', 70) + "！" + new string('三', 70) + "。";

        HighlightFragment fragment = Assert.Single(new Highlighter().Highlight(text, []));

        Assert.Equal(text[..122], fragment.Text);
        Assert.Empty(fragment.Highlights);
        Assert.Empty(new Highlighter(new HighlightOptions { FallBackToStart = false }).Highlight(text, []));
        Assert.Empty(new Highlighter().Highlight("", []));
    }

    [Fact]
    public void Highlight_LongText_CutsAtSentenceBorders()
    {
        string filler = string.Concat(Enumerable.Repeat("无关紧要的一句话。", 40));
        string text = filler + "他说：“今天下雨。”" + filler;
        int at = text.IndexOf("下雨", StringComparison.Ordinal);

        HighlightFragment fragment = Assert.Single(new Highlighter().Highlight(text, [Span(at, at + 2)]));

        Assert.Equal("他说：“今天[下雨]。”", Formatter.Format(fragment));
    }

    [Fact]
    public void Highlight_LongSentence_CutsAtClauseBorders()
    {
        string filler = string.Concat(Enumerable.Repeat("这是很长的一句，", 20));
        string text = filler + "到了12:30，今天下雨，" + filler;
        int at = text.IndexOf("下雨", StringComparison.Ordinal);

        HighlightFragment fragment = Assert.Single(
            new Highlighter(new HighlightOptions { MaxFragmentLength = 40 }).Highlight(text, [Span(at, at + 2)]));

        Assert.StartsWith("这是很长的一句，到了12:30，今天[下雨]，这是", Formatter.Format(fragment), StringComparison.Ordinal);
        Assert.EndsWith("，", fragment.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Highlight_Filled_KeepsTheMatchInTheMiddle()
    {
        string filler = string.Concat(Enumerable.Repeat("无关紧要的一句话。", 40));
        string text = filler + "今天下雨。" + filler;
        int at = text.IndexOf("下雨", StringComparison.Ordinal);

        HighlightFragment fragment = Assert.Single(
            new Highlighter(new HighlightOptions { FillFragments = true }).Highlight(text, [Span(at, at + 2)]));

        int before = at - fragment.StartOffset;
        int after = fragment.EndOffset - at - 2;
        Assert.InRange(fragment.Text.Length, 150, 160);
        Assert.InRange(Math.Abs(before - after), 0, 12);
        Assert.StartsWith("无关", fragment.Text, StringComparison.Ordinal);
        Assert.EndsWith("。", fragment.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Highlight_ManyPlaces_ShowsWhereMostDifferentThingsAre()
    {
        string filler = string.Concat(Enumerable.Repeat("无关紧要的一句话。", 30));
        string text = $"甲。{filler}甲。{filler}甲和乙和丙。{filler}乙。";
        MatchSpan[] matches = [.. text.Select((c, i) => (c, i)).Where(p => p.c is '甲' or '乙' or '丙').Select(p => Span(p.i, p.i + 1))];

        HighlightFragment fragment = Assert.Single(
            new Highlighter(new HighlightOptions { MaxFragments = 1 }).Highlight(text, matches));

        Assert.Equal("[甲]和[乙]和[丙]。", Formatter.Format(fragment));
    }

    [Fact]
    public void Highlight_PhraseAcrossASentenceEnd_StaysWhole()
    {
        string filler = string.Concat(Enumerable.Repeat("无关紧要的一句话。", 40));
        string text = filler + "深化互信。提高效率。" + filler;
        int at = text.IndexOf("信。提", StringComparison.Ordinal);

        HighlightFragment fragment = Assert.Single(new Highlighter().Highlight(text, [Span(at, at + 3)]));

        Assert.Equal("深化互[信。提]高效率。", Formatter.Format(fragment));
    }

    [Fact]
    public void Format_PlainText_IsNotEscaped() => Assert.Equal(
        "a<b", new FragmentFormatter("", "", escapes: false).Format(new HighlightFragment("a<b", 0, [], 0)));

    [Theory]
    [InlineData("他说：“好。”她走了。完", new[] { 7, 11, 12 })]
    [InlineData("真的？！是的……好", new[] { 4, 8, 9 })]
    [InlineData("Mr. J. Smith paid 3.5 dollars. He left.", new[] { 4, 31, 39 })]
    [InlineData("一行\n二行", new[] { 3, 5 })]
    [InlineData("", new int[0])]
    public void Split_Text_EndsBehindStopsAndClosers(string text, int[] ends) =>
        Assert.Equal(ends, SentenceBorders.Split(text).Select(sentence => sentence.End));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0)]
    public void Highlight_RandomTexts_KeepsItsPromises(int fixedSeed)
    {
        int seed = fixedSeed == 0 ? TestSeed.Next() : fixedSeed;
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        Random random = new(seed);
        string[] pieces = ["中", "文", "𠮷", "e\u0301", "👨‍👩‍👧", "。", "”", "？", " ", "a", "b.", "\n", "<"];
        for (int i = 0; i < 1500; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(300)).Select(_ => pieces[random.Next(pieces.Length)]));
            HighlightOptions options = new() { MaxFragmentLength = random.Next(20, 200), MaxFragments = random.Next(1, 5), FillFragments = i % 2 == 0 };
            MatchSpan[] matches = [.. Enumerable.Range(0, random.Next(6)).Select(_ => RandomSpan(random, text))];

            IReadOnlyList<HighlightFragment> fragments = new Highlighter(options).Highlight(text, matches);

            AssertFragments(text, options, fragments, $"seed {seed}, text {i}");
            bool anyMatch = matches.Any(match => !string.IsNullOrWhiteSpace(text[match.StartOffset..match.EndOffset]));
            Assert.Equal(anyMatch, fragments.Any(fragment => fragment.Highlights.Count > 0));
        }
    }

    private static void AssertFragments(
        string text, HighlightOptions options, IReadOnlyList<HighlightFragment> fragments, string what)
    {
        HashSet<int> borders = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
        Assert.True(fragments.Count <= options.MaxFragments, what);
        int last = 0;
        foreach (HighlightFragment fragment in fragments)
        {
            Assert.True(fragment.StartOffset >= last, what);
            Assert.Equal(text.Substring(fragment.StartOffset, fragment.Text.Length), fragment.Text);
            Assert.True(fragment.Text.Length <= options.MaxFragmentLength, what);
            Assert.True(borders.Contains(fragment.StartOffset) && borders.Contains(fragment.EndOffset), what);
            int at = 0;
            foreach (TextSpan span in fragment.Highlights)
            {
                Assert.True(span.Start >= at && span.Length > 0 && span.End <= fragment.Text.Length, what);
                Assert.True(borders.Contains(fragment.StartOffset + span.Start), what);
                at = span.End;
            }

            last = fragment.EndOffset;
        }
    }

    private static MatchSpan RandomSpan(Random random, string text)
    {
        int start = random.Next(text.Length + 1);
        return Span(start, Math.Min(text.Length, start + random.Next(12)));
    }

    private static MatchSpan Span(int start, int end) => new(Field, 0, 0, start, end, 1);

    private static Term Term(string text) => new(Field, text);

    private static string Mark(Query query, string text) =>
        Formatter.Format(Assert.Single(new Highlighter().Highlight(query, Field, text, new SpaceAnalyzer())));
}
