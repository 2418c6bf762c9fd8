using ScoSearch.Core.Querying;
using ScoSearch.Core.Searching;
using ScoSearch.Core.Tests.Reading;

namespace ScoSearch.Core.Tests.Querying;

/// <summary>Patterns that stand for more words than allowed are refused with the limit; others are answered.</summary>
public sealed class PatternLimitTests
{
    [Theory]
    [InlineData("w*")]
    [InlineData("/w[a-z]+/")]
    public void Search_PatternOfTooManyWords_NamesTheLimit(string query)
    {
        // A few are cut where the text is cut into windows.
        string words = string.Join(' ', Enumerable.Range(0, QueryLimits.PatternTerms + 300).Select(Word));
        using SmallIndex small = new($$"""{"document":"a","kind":"body","text":"{{words}}"}""");

        SearchException error = Assert.Throws<SearchException>(
            () => small.Index.Search(new SearchRequest(query) { Syntax = QuerySyntax.Lucene }));
        SearchResponse narrower = small.Index.Search(new SearchRequest("wbbbb*") { Syntax = QuerySyntax.Lucene });

        Assert.Equal("query_too_complex", error.Code);
        Assert.Contains("20000", error.Message, StringComparison.Ordinal);
        Assert.Single(narrower.Hits);
    }

    // Words of letters that neither cutting nor stemming changes.
    private static string Word(int number)
    {
        const string Letters = "bcdfgk";
        char[] word = ['w', 'b', 'b', 'b', 'b', 'b', 'b', 'x'];
        for (int at = 6; at > 0; at--, number /= Letters.Length)
        {
            word[at] = Letters[number % Letters.Length];
        }

        return new string(word);
    }
}
