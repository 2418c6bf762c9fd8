using System.Text.RegularExpressions;
using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Search;
using ScoSearch.TestSupport;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Automata;

public sealed class RegexpAutomatonTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "aa", false)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("()", "", true)]
    [InlineData("#", "", false)]
    [InlineData("@", "什么都行", true)]
    [InlineData("a.c", "a𠮷c", true)]
    [InlineData("a.c", "ac", false)]
    [InlineData("[a-c中]+", "cab中", true)]
    [InlineData("[^a]", "a", false)]
    [InlineData("[^a]", "𠮷", true)]
    [InlineData("[^a]", "", false)]
    [InlineData("~a", "a", false)]
    [InlineData("~a", "", true)]
    [InlineData("~~a", "a", true)]
    [InlineData("~(a.*)", "ba", true)]
    [InlineData("~(a.*)", "ab", false)]
    [InlineData("~a*", "aa", true)]
    [InlineData(".b&a.", "ab", true)]
    [InlineData(".b&a.", "bb", false)]
    [InlineData("a|b&c", "a", true)]
    [InlineData("\"a.b\"", "a.b", true)]
    [InlineData("\"a.b\"", "axb", false)]
    [InlineData("a\\.b", "a.b", true)]
    [InlineData("\\d", "d", true)]
    [InlineData("\\d", "5", false)]
    [InlineData("<1-9>", "7", true)]
    [InlineData("<1-9>", "07", false)]
    [InlineData("<01-09>", "07", true)]
    [InlineData("<01-09>", "7", false)]
    [InlineData("<5-12>", "0011", true)]
    [InlineData("<5-12>", "13", false)]
    [InlineData("<12-5>", "5", true)]
    [InlineData("<95-1203>", "1199", true)]
    [InlineData("<95-1203>", "1204", false)]
    [InlineData("(ab){2,3}", "ababab", true)]
    [InlineData("(ab){2,3}", "ab", false)]
    [InlineData("(ab){2}", "abab", true)]
    [InlineData("(ab){2,}", "ababababab", true)]
    [InlineData("(a?){3,}b", "ab", true)]
    [InlineData("a{3,2}", "aaa", false)]
    public void Step_Pattern_AcceptsAsWritten(string pattern, string term, bool expected) =>
        Assert.Equal(expected, AutomatonRunner.RegexpAccepts(pattern, term));

    [Theory]
    [InlineData("a|")]
    [InlineData("a)")]
    [InlineData("(a")]
    [InlineData("[ab")]
    [InlineData("a{,2}")]
    [InlineData("a{2")]
    [InlineData("<x>")]
    [InlineData("<1-99999999999>")]
    [InlineData("\"ab")]
    [InlineData("a\\")]
    [InlineData("[b-a]")]
    public void Parse_NotWellFormed_IsSyntaxError(string pattern) =>
        Assert.Throws<RegexpSyntaxException>(() => RegexpParser.Parse(pattern, new RegexpFactory()));

    [Fact]
    public void Step_TooManyStates_IsTooComplex()
    {
        RegexpFactory factory = new();
        RegexpAutomaton automaton = new(factory, RegexpParser.Parse(".*a.{12}", factory), 1000);
        Random random = new(1);

        QueryTooComplexException error = Assert.Throws<QueryTooComplexException>(
            () => Enumerable.Range(0, 5000).Count(
                _ => AutomatonRunner.Accepts(automaton, AutomatonRunner.RandomText(random, "ab", 40))));

        Assert.Equal(QueryLimit.AutomatonStates, error.Limit);
        Assert.Equal(1000, error.Maximum);
    }

    [Fact]
    public void Parse_TooLongOrTooDeep_IsTooComplex()
    {
        Assert.Throws<QueryTooComplexException>(() => RegexpParser.Parse(new string('a', 1001), new RegexpFactory()));
        Assert.Throws<QueryTooComplexException>(
            () => RegexpParser.Parse(new string('(', 400) + "a" + new string(')', 400), new RegexpFactory()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Step_RandomPatterns_AgreeWithBaseLibrary(int fixedSeed)
    {
        int seed = fixedSeed == 0 ? TestSeed.Next() : fixedSeed;
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        Random random = new(seed);
        for (int i = 0; i < 400; i++)
        {
            string pattern = RandomPattern(random, 3);
            Regex expected = new($"^(?:{pattern})\\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
            RegexpFactory factory = new();
            RegexpAutomaton automaton = new(factory, RegexpParser.Parse(pattern, factory), 10_000);
            for (int j = 0; j < 20; j++)
            {
                string term = AutomatonRunner.RandomText(random, "abc中", 6);
                Assert.True(expected.IsMatch(term) == AutomatonRunner.Accepts(automaton, term), $"/{pattern}/ {term}");
            }
        }
    }

    [Theory]
    [InlineData("中*", "中", true)]
    [InlineData("中*", "中文", true)]
    [InlineData("*文", "中文", true)]
    [InlineData("?文", "𠮷文", true)]
    [InlineData("??", "文", false)]
    [InlineData("**a**", "bab", true)]
    [InlineData("a\\*b", "a*b", true)]
    [InlineData("a\\*b", "axb", false)]
    [InlineData("a\\", "a\\", true)]
    [InlineData("", "", true)]
    public void Wildcard_Pattern_AcceptsAsWritten(string pattern, string term, bool expected)
    {
        RegexpFactory factory = new();
        RegexpAutomaton automaton = new(factory, WildcardParser.Parse(pattern, factory), 100);

        Assert.Equal(expected, AutomatonRunner.Accepts(automaton, term));
    }

    // Only operators that both syntaxes write the same way.
    private static string RandomPattern(Random random, int depth) => random.Next(depth == 0 ? 3 : 8) switch
    {
        0 => "a",
        1 => random.Next(2) == 0 ? "中" : ".",
        2 => random.Next(2) == 0 ? "[ab]" : "[^a中]",
        3 => $"({RandomPattern(random, depth - 1)}|{RandomPattern(random, depth - 1)})",
        4 => $"({RandomPattern(random, depth - 1)})*",
        5 => $"({RandomPattern(random, depth - 1)}){{{random.Next(2)},{random.Next(2, 4)}}}",
        _ => RandomPattern(random, depth - 1) + RandomPattern(random, depth - 1),
    };
}
