using ScoSearch.Core.Querying;
using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Tests.Querying;

public sealed class FilterParserTests
{
    [Theory]
    [InlineData("  ", "nothing")]
    [InlineData("kind = body", "kind=body")]
    [InlineData("kind=body", "kind=body")]
    [InlineData("类型＝body", "kind=body")]
    [InlineData("kind == 'body'", "kind=body")]
    [InlineData("kind != body", "(-kind=body)")]
    [InlineData("kind <> body", "(-kind=body)")]
    [InlineData("kind ≠ body", "(-kind=body)")]
    [InlineData("date >= 2023-01-01", "date:[2023-01-01..*")]
    [InlineData("date ≥ 2023", "date:[2023..*")]
    [InlineData("日期 > 2023年7月", "date:{2023年7月..*")]
    [InlineData("page < 3", "page:*..3}")]
    [InlineData("number<=3", "number:*..3]")]
    [InlineData("kind = body AND date >= 2023-01-01 AND document IN (a/b.md, \"c d\",'e')",
        "(+kind=body +date:[2023-01-01..* +(document=a/b.md document=c d document=e))")]
    [InlineData("kind in (body、quote，title)", "(kind=body kind=quote kind=title)")]
    [InlineData("source NOT IN (a)", "(-(source=a))")]
    [InlineData("EXISTS author", "author:any")]
    [InlineData("exists(author)", "author:any")]
    [InlineData("author EXISTS", "author:any")]
    [InlineData("author NOT EXISTS", "(-author:any)")]
    [InlineData("NOT kind = body", "(-kind=body)")]
    [InlineData("！(kind = body OR year = 2024)", "(-(kind=body year=2024))")]
    [InlineData("NOT NOT kind = body", "kind=body")]
    [InlineData("year = 2024 OR kind = body AND page = 1", "(year=2024 (+kind=body +page=1))")]
    [InlineData("year=2024 或 kind=body 且 page=1", "(year=2024 (+kind=body +page=1))")]
    [InlineData("year=2024 && kind=body || page=1", "((+year=2024 +kind=body) page=1)")]
    [InlineData("（year = 2024）", "year=2024")]
    [InlineData("section = \"三、合作\"", "section:\"三、合作\"")]
    [InlineData("source = AT&T", "source=AT&T")]
    [InlineData("source = a\\ b", "source=a b")]
    [InlineData("source = “新华社”", "source=新华社")]
    [InlineData("source = 「新华社」", "source=新华社")]
    public void Parse_Filter_GivesTheTree(string filter, string expected) =>
        Assert.Equal(expected, TreeText.Of(FilterParser.Parse(filter)));

    [Theory]
    [InlineData("kind", 4, "filter_syntax")]
    [InlineData("kind =", 6, "filter_syntax")]
    [InlineData("= body", 0, "filter_syntax")]
    [InlineData("colour = red", 0, "unknown_field")]
    [InlineData("kind = body AND", 15, "filter_syntax")]
    [InlineData("kind = body year = 2024", 12, "filter_syntax")]
    [InlineData("(kind = body", 0, "filter_syntax")]
    [InlineData("kind = body)", 11, "filter_syntax")]
    [InlineData("kind IN body", 8, "filter_syntax")]
    [InlineData("kind IN (body", 8, "filter_syntax")]
    [InlineData("kind IN ()", 9, "filter_syntax")]
    [InlineData("kind IN (a b)", 11, "filter_syntax")]
    [InlineData("kind NOT body", 9, "filter_syntax")]
    [InlineData("kind < body", 5, "invalid_operator")]
    [InlineData("section >= a", 8, "invalid_operator")]
    [InlineData("source = \"abc", 9, "filter_syntax")]
    [InlineData("EXISTS (author", 14, "filter_syntax")]
    public void Parse_Mistake_NamesItsPlace(string filter, int position, string code)
    {
        SearchException e = Assert.Throws<SearchException>(() => FilterParser.Parse(filter));

        Assert.Equal((code, "filter", position), (e.Code, e.Parameter, e.Position));
        Assert.NotEqual(e.Message, e.MessageIn(MessageLanguage.Chinese));
    }

    [Fact]
    public void Parse_MoreThanTheLimits_NamesThem()
    {
        string values = string.Join(',', Enumerable.Range(0, QueryLimits.ListValues + 1));

        Assert.Equal("filter_too_complex", Fails($"page IN ({values})").Code);
        Assert.Equal("filter_too_complex", Fails(
            new string('(', QueryLimits.Nesting + 1) + "page=1" + new string(')', QueryLimits.Nesting + 1)).Code);
        Assert.Equal("filter_too_complex", Fails(string.Join(" OR ", Enumerable.Repeat("page=1", QueryLimits.Clauses + 1))).Code);
        Assert.Equal("filter_too_long", Fails(new string(' ', QueryLimits.Length + 1)).Code);

        static SearchException Fails(string filter) => Assert.Throws<SearchException>(() => FilterParser.Parse(filter));
    }
}
