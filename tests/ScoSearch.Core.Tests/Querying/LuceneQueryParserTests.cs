using ScoSearch.Core.Querying;
using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Tests.Querying;

public sealed class LuceneQueryParserTests
{
    [Theory]
    [InlineData("", "nothing")]
    [InlineData(" 　\t", "nothing")]
    [InlineData("反恐", "反恐")]
    [InlineData("反恐 演习", "(反恐 演习)")]
    [InlineData("反恐　演习", "(反恐 演习)")]
    [InlineData("反恐 AND 演习", "(+反恐 +演习)")]
    [InlineData("反恐 && 演习", "(+反恐 +演习)")]
    [InlineData("反恐＆＆演习", "(+反恐 +演习)")]
    [InlineData("反恐 与 演习", "(+反恐 +演习)")]
    [InlineData("反恐 或 演习", "(反恐 演习)")]
    [InlineData("反恐 非 演习", "(反恐 -演习)")]
    [InlineData("非 演习", "(-演习)")]
    [InlineData("非传统安全", "非传统安全")]
    [InlineData("与会 或许 非常", "(与会 或许 非常)")]
    [InlineData("与", "与")]
    [InlineData("反恐 与", "(反恐 与)")]
    [InlineData("a OR b AND c", "(a (+b +c))")]
    [InlineData("a b OR c d", "(a (b c) d)")]
    [InlineData("a || b", "(a b)")]
    [InlineData("(a OR b) AND c", "(+(a b) +c)")]
    [InlineData("（a OR b） AND c", "(+(a b) +c)")]
    [InlineData("+a -b !c NOT d", "(+a -b -c -d)")]
    [InlineData("＋a －b ！c", "(+a -b -c)")]
    [InlineData("a AND NOT b", "(+a -b)")]
    [InlineData("a OR NOT b", "(a (-b))")]
    [InlineData("NOT NOT a b", "(+a b)")]
    [InlineData("a NOT(b c)", "(a -(b c))")]
    [InlineData("ANDROID ORDER NOTE and or not", "(ANDROID ORDER NOTE and or not)")]
    [InlineData("C5+1 2024-07-01 e-mail 习/普", "(C5+1 2024-07-01 e-mail 习/普)")]
    [InlineData("\"上海 精神\"", "\"上海 精神\"")]
    [InlineData("“上海精神”~3^2", "\"上海精神\"~3^2")]
    [InlineData("「上海精神」～３", "\"上海精神\"~3")]
    [InlineData("上合“精神”组织", "(上合 \"精神\" 组织)")]
    [InlineData("\"a\\\"b\"", "\"a\"b\"")]
    [InlineData("title:上合", "title:上合")]
    [InlineData("标题：上合", "title:上合")]
    [InlineData("TITLE:\"上合\" section:合作", "(title:\"上合\" section:合作)")]
    [InlineData("title:(a b) c", "((title:a title:b) c)")]
    [InlineData("title:(a section:b)", "(title:a section:b)")]
    [InlineData("source:新华社 author:\"王 毅\"", "(source=新华社 author=王 毅)")]
    [InlineData("date:[2023 TO 2024-06]", "date:[2023..2024-06]")]
    [InlineData("date:{2023 TO *]", "date:{2023..*")]
    [InlineData("page:［3 TO 5｝", "page:[3..5}")]
    [InlineData("year:[* 至 \"2020\"]", "year:*..2020]")]
    [InlineData("上海* 合?作", "(*上海** *合?作*)")]
    [InlineData("上海＊", "*上海**")]
    [InlineData("*:*", "all")]
    [InlineData("*", "all")]
    [InlineData("author:*", "author:any")]
    [InlineData("/上[合海]/", "/上[合海]/")]
    [InlineData("／a\\/b\\.c／", "/a/b\\.c/")]
    [InlineData("organisation~1 color~", "(organisation~1 color~2)")]
    [InlineData("a^2 b^0.5", "(a^2 b^0.5)")]
    [InlineData("(a b)^3", "(a b)^3")]
    [InlineData("a\\:b \\AND \\(x\\)", "(a:b AND (x))")]
    [InlineData("\\与 a", "(与 a)")]
    public void Parse_Query_GivesTheTree(string query, string expected) =>
        Assert.Equal(expected, TreeText.Of(LuceneQueryParser.Parse(query, QueryOperator.Automatic)));

    [Theory]
    [InlineData("反恐 演习", "(+反恐 +演习)")]
    [InlineData("a OR b c", "(+(a b) +c)")]
    [InlineData("a -b", "(+a -b)")]
    public void Parse_OperatorAnd_RequiresPartsSideBySide(string query, string expected) =>
        Assert.Equal(expected, TreeText.Of(LuceneQueryParser.Parse(query, QueryOperator.And)));

    [Theory]
    [InlineData("a AND", 5, "query_syntax")]
    [InlineData("AND a", 0, "query_syntax")]
    [InlineData("a OR OR b", 5, "query_syntax")]
    [InlineData("(a", 0, "query_syntax")]
    [InlineData("a)", 1, "query_syntax")]
    [InlineData("()", 1, "query_syntax")]
    [InlineData("a -", 3, "query_syntax")]
    [InlineData("反恐 \"上合", 3, "query_syntax")]
    [InlineData("反恐 「上合", 3, "query_syntax")]
    [InlineData("/ab", 0, "query_syntax")]
    [InlineData("x /a(/", 5, "query_syntax")]
    [InlineData("/a[b-a]/", 6, "query_syntax")]
    [InlineData("nofield:a", 0, "unknown_field")]
    [InlineData("a http://b", 2, "unknown_field")]
    [InlineData("title:", 6, "query_syntax")]
    [InlineData("[a TO b]", 0, "query_syntax")]
    [InlineData("date:[2023 2024]", 11, "query_syntax")]
    [InlineData("date:[2023 TO 2024", 5, "query_syntax")]
    [InlineData("date:[ TO 2024]", 7, "query_syntax")]
    [InlineData("a^", 2, "query_syntax")]
    [InlineData("a^0", 2, "query_syntax")]
    [InlineData("a^1001", 2, "query_syntax")]
    [InlineData("\"a b\"~101", 6, "query_syntax")]
    [InlineData("\"a b\"~0.5", 6, "query_syntax")]
    [InlineData("a~3", 2, "query_syntax")]
    [InlineData("a~0.8", 2, "query_syntax")]
    [InlineData("a\\", 2, "query_syntax")]
    [InlineData("a ^2", 2, "query_syntax")]
    public void Parse_Mistake_NamesItsPlace(string query, int position, string code)
    {
        SearchException e = Assert.Throws<SearchException>(() => LuceneQueryParser.Parse(query, QueryOperator.Or));

        Assert.Equal((code, "q", position), (e.Code, e.Parameter, e.Position));
        Assert.Contains(position.ToString(System.Globalization.CultureInfo.InvariantCulture), e.Message, StringComparison.Ordinal);
        Assert.Contains("位", e.MessageIn(MessageLanguage.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_MoreThanTheLimits_NamesLimitAndPlace()
    {
        SearchException clauses = Fails(string.Concat(Enumerable.Repeat("a ", QueryLimits.Clauses + 1)));
        SearchException nesting = Fails(new string('(', QueryLimits.Nesting + 1) + "a" + new string(')', QueryLimits.Nesting + 1));
        SearchException length = Fails(new string('a', QueryLimits.Length + 1));
        SearchException pattern = Fails(new string('a', QueryLimits.PatternLength) + "*");

        Assert.Equal(("query_too_complex", 2 * QueryLimits.Clauses), (clauses.Code, clauses.Position));
        Assert.Equal(("query_too_complex", QueryLimits.Nesting), (nesting.Code, nesting.Position));
        Assert.Equal(("query_too_long", QueryLimits.Length), (length.Code, length.Position));
        Assert.Equal(("query_too_complex", 0), (pattern.Code, pattern.Position));
        Assert.All([clauses, nesting, length, pattern], e => Assert.Matches("[0-9]+", e.Message));
        Assert.NotNull(LuceneQueryParser.Parse(string.Concat(Enumerable.Repeat("a ", QueryLimits.Clauses)), QueryOperator.Or));
        Assert.NotNull(LuceneQueryParser.Parse(
            new string('(', QueryLimits.Nesting) + "a" + new string(')', QueryLimits.Nesting), QueryOperator.Or));

        static SearchException Fails(string query) =>
            Assert.Throws<SearchException>(() => LuceneQueryParser.Parse(query, QueryOperator.Or));
    }
}
