using ScoSearch.Core.Searching;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Searching;

/// <summary>Filters, fields, operators, both syntaxes and time-outs over the sample corpus.</summary>
public sealed class RequestTests(SampleIndex index) : IClassFixture<SampleIndex>, IDisposable
{
    private readonly ScoSearchIndex _index = ScoSearchIndex.Open(index.IndexPath, index.Dictionaries);

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("kind = body")]
    [InlineData("kind != heading AND kind != title")]
    [InlineData("NOT (kind = heading OR kind = title)")]
    [InlineData("kind IN (body, footnote)")]
    [InlineData("document = \"07-security.txt\"")]
    [InlineData("document IN (\"07-security.txt\", \"17-glossary.txt\") AND number >= 5")]
    [InlineData("number < 4")]
    [InlineData("year = 2025")]
    [InlineData("date >= 2025-01 AND date <= 2025-12-31")]
    [InlineData("EXISTS section")]
    public void Filter_OnHits_LetsExactlyThoseThroughThatMeetIt(string filter)
    {
        SearchHit[] all = Collect(new SearchRequest("上合组织 成员国 合作"));
        SearchHit[] filtered = Collect(new SearchRequest("上合组织 成员国 合作") { Filter = filter });

        Func<SearchHit, bool> meets = filter switch
        {
            "kind = body" => hit => hit.Paragraph.Kind == "body",
            "kind IN (body, footnote)" => hit => hit.Paragraph.Kind is "body" or "footnote",
            "document = \"07-security.txt\"" => hit => hit.Document.Id == "07-security.txt",
            "number < 4" => hit => hit.Paragraph.Number < 4,
            "year = 2025" => hit => hit.Document.Date?.StartsWith("2025", StringComparison.Ordinal) == true,
            "date >= 2025-01 AND date <= 2025-12-31" => hit => hit.Document.Date?.StartsWith("2025", StringComparison.Ordinal) == true,
            "EXISTS section" => hit => hit.Paragraph.Section is not null,
            _ when filter.StartsWith("document IN", StringComparison.Ordinal) =>
                hit => hit.Document.Id is "07-security.txt" or "17-glossary.txt" && hit.Paragraph.Number >= 5,
            _ => hit => hit.Paragraph.Kind is not ("heading" or "title"),
        };
        Assert.NotEmpty(filtered);
        Assert.True(filtered.Length < all.Length);
        Assert.Equal(all.Where(meets).Select(hit => hit.Id).Order(), filtered.Select(hit => hit.Id).Order());
    }

    [Theory]
    [InlineData("kind = poem", "invalid_value")]
    [InlineData("colour = red", "unknown_field")]
    [InlineData("kind =", "filter_syntax")]
    [InlineData("(kind = body", "filter_syntax")]
    [InlineData("kind = body AND", "filter_syntax")]
    [InlineData("date >= yesterday", "invalid_value")]
    public void Filter_ThatCannotBeRead_SaysWhere(string filter, string code)
    {
        SearchException mistake = Assert.Throws<SearchException>(() => _index.Search(new SearchRequest("上合") { Filter = filter }));

        Assert.Equal((code, "filter"), (mistake.Code, mistake.Parameter));
        Assert.InRange(mistake.Position!.Value, 0, filter.Length);
        Assert.NotEqual(mistake.MessageIn(MessageLanguage.Chinese), mistake.MessageIn(MessageLanguage.English));
    }

    [Theory]
    [InlineData("三股势力 AND 上海公约", "三股势力", "上海公约")]
    [InlineData("+三股势力 +上海公约", "三股势力", "上海公约")]
    [InlineData("三股势力 与 上海公约", "三股势力", "上海公约")]
    [InlineData("\"三股势力\"", "三股势力")]
    [InlineData("“三股勢力”", "三股势力")]
    [InlineData("text:三股势力", "三股势力")]
    [InlineData("(三股势力 OR 上海精神) AND kind:body")]
    [InlineData("合* AND kind:body")]
    [InlineData("/上海.*/")]
    [InlineData("date:[2025-01 TO 2025-12]")]
    [InlineData("三股势力^3 上海精神")]
    [InlineData("\"成员国 合作\"~20")]
    public void Lucene_WellFormedQuery_FindsWhatItSays(string query, params string[] parts)
    {
        SearchResponse answer = _index.Search(new SearchRequest(query) { Syntax = QuerySyntax.Lucene, Limit = 50 });

        Assert.NotEmpty(answer.Hits);
        Assert.All(answer.Hits, hit => Assert.All(parts, part =>
            Assert.Contains(part, hit.Text + hit.Document.Title, StringComparison.Ordinal)));
        Assert.DoesNotContain(answer.Hits, hit => hit.Paragraph.Kind == "noise");
    }

    [Fact]
    public void Lucene_Exclusion_LeavesOut()
    {
        SearchHit[] with = Collect(new SearchRequest("三股势力") { Syntax = QuerySyntax.Lucene });
        SearchHit[] without = Collect(new SearchRequest("三股势力 NOT 上海公约") { Syntax = QuerySyntax.Lucene });

        Assert.True(without.Length > 0 && without.Length < with.Length);
        Assert.All(without, hit => Assert.DoesNotContain("上海公约", hit.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Cooparation~1", "Cooperation")]
    [InlineData("SCOX~1", "SCO")]
    public void Lucene_FuzzyWord_ForgivesAnEdit(string query, string meant)
    {
        SearchHit[] hits = Collect(new SearchRequest(query) { Syntax = QuerySyntax.Lucene });

        Assert.Contains(hits, hit => hit.Text.Contains(meant, StringComparison.Ordinal));
    }

    [Fact]
    public void Operator_And_NeedsEveryWord_AndAutomaticSaysWhenNoParagraphHasThem()
    {
        SearchResponse and = _index.Search(new SearchRequest("三股势力 上海公约") { Operator = QueryOperator.And, Limit = 50 });
        SearchResponse or = _index.Search(new SearchRequest("三股势力 上海公约") { Operator = QueryOperator.Or });
        SearchResponse none = _index.Search(new SearchRequest("三股势力 龘靐齉齾") { Operator = QueryOperator.And });
        SearchResponse some = _index.Search(new SearchRequest("三股势力 骆驼刺") { Language = MessageLanguage.English });

        Assert.NotEmpty(and.Hits);
        Assert.All(and.Hits, hit => Assert.Contains("上海公约", hit.Text + hit.Document.Title, StringComparison.Ordinal));
        Assert.True(or.Total.Value > and.Total.Value);
        Assert.Null(or.Relaxed);
        Assert.Empty(none.Hits);
        Assert.NotEmpty(some.Hits);
        Assert.Equal("operator", some.Relaxed?.Kind);
    }

    [Fact]
    public void Fields_Named_AreTheOnlyOnesLookedIn()
    {
        SearchHit[] titles = Collect(new SearchRequest("三股势力") { Fields = ["title"] });
        SearchHit[] sections = Collect(new SearchRequest("“三股势力”") { Fields = ["section"] });

        Assert.NotEmpty(titles);
        Assert.All(titles, hit => Assert.Contains("势力", hit.Document.Title, StringComparison.Ordinal));
        Assert.NotEmpty(sections);
        Assert.All(sections, hit => Assert.Contains("三股势力", hit.Paragraph.Section, StringComparison.Ordinal));
        Assert.Equal("unknown_field", Assert.Throws<SearchException>(
            () => _index.Search(new SearchRequest("上合") { Fields = ["colour"] })).Code);
    }

    [Fact]
    public void Timeout_AlreadyOver_AnswersAtOnceAndSaysSo()
    {
        SearchResponse answer = _index.Search(new SearchRequest("上合组织") { Timeout = TimeSpan.FromTicks(1) });

        Assert.True(answer.TimedOut || answer.Total.Relation == "eq");
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => _index.Search(new SearchRequest("上合组织") { Timeout = TimeSpan.FromMinutes(1) }, cancelled.Token));
    }

    [Fact]
    public void Lucene_AnyString_AnswersOrSaysWhatIsWrong()
    {
        string[] pieces =
        [
            "上合", "组织", "\"", "“", "”", "-", "+", " ", "*", "?", "(", ")", "AND", "OR", "NOT", "与", "非", ":", "text:", "kind:", "date:", "~2", "^3",
            "\\", "/", "[", " TO ", "]", "{", "}", "\0", "\uD800", "😀", "2025", "SCO", "．", "（", "）", "！", "&&", "||", "\n",
        ];
        Random random = TestSeed.NewRandom(83);
        int answered = 0;
        for (int round = 0; round < 600; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            foreach (SearchRequest request in (SearchRequest[])
                [new SearchRequest(text) { Syntax = QuerySyntax.Lucene }, new SearchRequest("上合") { Filter = text }])
            {
                answered += Answer(request, $"round {round}, {TestSeed.Hint}") ? 1 : 0;
            }
        }

        Assert.True(answered > 20, $"only {answered} were answered, {TestSeed.Hint}");
    }

    [Theory]
    [InlineData('(')]
    [InlineData('“')]
    [InlineData('-')]
    [InlineData('!')]
    [InlineData('\\')]
    [InlineData('*')]
    [InlineData('[')]
    public void Lucene_OneSignAThousandTimes_IsAnErrorOrAnAnswer(char sign)
    {
        string text = new(sign, SearchRequest.MaxQueryLength);

        Answer(new SearchRequest(text) { Syntax = QuerySyntax.Lucene }, $"sign {sign}");
        Answer(new SearchRequest("上合") { Filter = text }, $"sign {sign}");
        Answer(new SearchRequest(text), $"sign {sign}");
    }

    [Fact]
    public void Query_Megabytes_AreRefusedByTheirLength()
    {
        string text = new('(', 5_000_000);

        Assert.Equal("query_too_long", Assert.Throws<SearchException>(() => _index.Search(new SearchRequest(text))).Code);
        Assert.Equal("filter_too_long", Assert.Throws<SearchException>(() => _index.Search(new SearchRequest("上合") { Filter = text })).Code);
    }

    private bool Answer(SearchRequest request, string which)
    {
        try
        {
            SearchResponse answer = _index.Search(request);
            Assert.All(answer.Hits, hit => Assert.True(float.IsFinite(hit.Score), which));
            return true;
        }
        catch (SearchException mistake)
        {
            Assert.False(string.IsNullOrEmpty(mistake.Code), which);
            Assert.True(mistake.Position is null or >= 0, which);
            return false;
        }
    }

    private SearchHit[] Collect(SearchRequest request)
    {
        List<SearchHit> all = [];
        SearchResponse page;
        do
        {
            page = _index.Search(request with { Limit = 100, Offset = all.Count });
            all.AddRange(page.Hits);
        }
        while (page.Hits.Count == 100);

        return [.. all];
    }
}
