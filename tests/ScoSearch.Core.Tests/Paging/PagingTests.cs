using ScoSearch.Core.Searching;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Paging;

public sealed class PagingTests(PagedIndex paged) : IClassFixture<PagedIndex>
{
    private const string Query = "成员国推进安全合作";

    private ScoSearchIndex Index => paged.Index;

    public static TheoryData<SearchSort, int> Orders()
    {
        TheoryData<SearchSort, int> orders = [];
        foreach (SearchSort sort in Enum.GetValues<SearchSort>())
        {
            orders.Add(sort, 0);
            orders.Add(sort, 1);
            orders.Add(sort, 3);
        }

        return orders;
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Pages_ByOffsetOrCursor_AreTheOneBigPage(SearchSort sort, int groupLimit)
    {
        SearchRequest request = RequestOf(Query, sort, groupLimit);
        List<string> big = [.. ByOffset(request, 100)];
        Random random = TestSeed.NewRandom(31);

        Assert.True(big.Count > 50, $"only {big.Count} hits");
        Assert.Equal(big.Count, big.Distinct().Count());
        for (int limit = 1; limit < 50; limit += random.Next(1, 12))
        {
            Assert.Equal(big, ByOffset(request, limit));
            Assert.Equal(big, ByCursor(request, limit));
        }
    }

    [Fact]
    public void Pages_OfAPhrase_AreTheOneBigPage()
    {
        SearchRequest request = RequestOf("“成员国推进”", SearchSort.Score, 0);

        Assert.Equal(ByOffset(request, 100), ByCursor(request, 9));
    }

    [Fact]
    public void Cursor_OfAnotherQuestion_IsRefused()
    {
        string next = Index.Search(RequestOf(Query, SearchSort.Score, 0)).Next!;

        Assert.Equal("cursor_mismatch", CodeOf(RequestOf("三股势力", SearchSort.Score, 0) with { Cursor = next }));
        Assert.Equal("cursor_mismatch", CodeOf(RequestOf(Query, SearchSort.Document, 0) with { Cursor = next }));
        Assert.Equal("cursor_and_offset", CodeOf(RequestOf(Query, SearchSort.Score, 0) with { Cursor = next, Offset = 1 }));
        Assert.NotEmpty(Index.Search(RequestOf(Query, SearchSort.Score, 0) with { Cursor = next, Limit = 3 }).Hits);
    }

    [Fact]
    public void Cursor_AfterACommit_HasExpired()
    {
        using PagedIndex changing = new();
        SearchRequest request = RequestOf(Query, SearchSort.Score, 0);
        string next = changing.Index.Search(request).Next!;
        changing.AddDocument("later");

        using ScoSearchIndex? fresh = changing.Index.Refresh();

        SearchException error = Assert.Throws<SearchException>(() => fresh!.Search(request with { Cursor = next }));
        Assert.Equal("cursor_expired", error.Code);
        Assert.NotEmpty(changing.Index.Search(request with { Cursor = next }).Hits);
    }

    [Fact]
    public void Cursor_HostileOrDamaged_IsATypedError()
    {
        SearchRequest request = RequestOf(Query, SearchSort.Score, 0);
        string next = Index.Search(request).Next!;
        Random random = TestSeed.NewRandom(32);
        for (int round = 0; round < 500; round++)
        {
            char[] changed = next.ToCharArray();
            changed[random.Next(changed.Length)] = (char)random.Next(0x20, round % 2 == 0 ? 0x7F : 0x3000);
            string cursor = (round % 3) switch
            {
                0 => new string(changed),
                1 => next[..random.Next(next.Length)],
                _ => new string('A', random.Next(200)),
            };
            if (cursor != next)
            {
                Assert.Equal("bad_cursor", CodeOf(request with { Cursor = cursor }));
            }
        }
    }

    [Fact]
    public void Sort_ByDate_PutsWhatHasNoneLast()
    {
        foreach (SearchSort sort in (SearchSort[])[SearchSort.DateAscending, SearchSort.DateDescending])
        {
            List<string?> dates = [.. All(RequestOf(Query, sort, 0)).Select(hit => hit.Document.Date)];
            List<string> known = [.. dates.OfType<string>()];

            Assert.Contains(null, dates);
            Assert.DoesNotContain(null, dates.Take(known.Count));
            Assert.Equal(
                sort == SearchSort.DateAscending
                    ? known.OrderBy(date => date, StringComparer.Ordinal)
                    : known.OrderByDescending(date => date, StringComparer.Ordinal),
                known);
        }
    }

    [Fact]
    public void Sort_ByDocument_IsReadingOrder()
    {
        List<SearchHit> hits = [.. All(RequestOf(Query, SearchSort.Document, 0))];

        Assert.Equal(
            hits.OrderBy(hit => hit.Document.Id, StringComparer.Ordinal).ThenBy(hit => hit.Paragraph.Number).Select(hit => hit.Id),
            hits.Select(hit => hit.Id));
    }

    [Fact]
    public void Collapse_EveryDocument_CountsWhatIsNotShown()
    {
        ILookup<string, SearchHit> all = All(RequestOf(Query, SearchSort.Score, 0)).ToLookup(hit => hit.Document.Id);
        SearchResponse first = Index.Search(RequestOf(Query, SearchSort.Score, 2) with { Limit = 100 });
        ILookup<string, SearchHit> grouped = All(RequestOf(Query, SearchSort.Score, 2)).ToLookup(hit => hit.Document.Id);

        Assert.Equal(all.Count, grouped.Count);
        Assert.Equal(all.Count, first.Documents);
        Assert.Equal(all.Sum(group => group.Count()), first.Total.Value);
        foreach (IGrouping<string, SearchHit> group in grouped)
        {
            Assert.Equal(all[group.Key].Take(2).Select(hit => hit.Id), group.Select(hit => hit.Id));
            Assert.All(group, hit => Assert.Equal(all[group.Key].Count() - group.Count(), hit.MoreInDocument));
        }
    }

    [Fact]
    public void MinScore_LeavesOutAndCountsWhatIsLeft()
    {
        List<SearchHit> all = [.. All(RequestOf(Query, SearchSort.Score, 0))];
        float middle = all[all.Count / 2].Score;

        SearchResponse answer = Index.Search(RequestOf(Query, SearchSort.Score, 0) with { MinScore = middle, Limit = 100 });

        Assert.Equal(all.Count(hit => hit.Score >= middle), answer.Total.Value);
        Assert.All(answer.Hits, hit => Assert.True(hit.Score >= middle));
        Assert.Equal(
            answer.Total.Value,
            All(RequestOf(Query, SearchSort.Document, 0) with { MinScore = middle }).Count());
    }

    [Theory]
    [InlineData("document")]
    [InlineData("source")]
    [InlineData("kind")]
    [InlineData("year")]
    [InlineData("section")]
    public void Facets_OverAllMatches_AreTheCountsOfTheHits(string facet)
    {
        List<SearchHit> all = [.. All(RequestOf(Query, SearchSort.Score, 0))];
        Dictionary<string, int> expected = all.SelectMany(hit => ValuesOf(facet, hit)).CountBy(value => value).ToDictionary();

        SearchResponse answer =
            Index.Search(RequestOf(Query, SearchSort.Score, 0) with { Facets = [facet], FacetLimit = 1000, Limit = 0 });

        IReadOnlyList<FacetValue> values = answer.Facets![facet];
        Assert.NotEmpty(values);
        Assert.Equal(all.Count, answer.Total.Value);
        Assert.Equal(expected.OrderBy(p => p.Key), values.ToDictionary(v => v.Value, v => (int)v.Count).OrderBy(p => p.Key));
        Assert.Equal(values.OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal), values);
        Assert.Equal(
            values.Take(3),
            Index.Search(RequestOf(Query, SearchSort.DateAscending, 1) with { Facets = [facet], FacetLimit = 3 }).Facets![facet]);
    }

    [Fact]
    public void Facets_Unknown_IsATypedError() =>
        Assert.Equal("unknown_facet", CodeOf(RequestOf(Query, SearchSort.Score, 0) with { Facets = ["colour"] }));

    [Fact]
    public void Profile_AskedFor_TellsTheTimes()
    {
        SearchProfile? profile = Index.Search(RequestOf(Query, SearchSort.Score, 0) with { Profile = true, Facets = ["kind"] }).Profile;

        Assert.NotNull(profile);
        Assert.True(profile.ParseMs >= 0 && profile.SearchMs >= 0 && profile.FacetsMs > 0 && profile.FetchMs > 0);
        Assert.Contains("安全", profile.Query, StringComparison.Ordinal);
    }

    private static IEnumerable<string> ValuesOf(string facet, SearchHit hit) => facet switch
    {
        "document" => [hit.Document.Id],
        "source" => hit.Document.Source is string source ? [source] : [],
        "kind" => [hit.Paragraph.Kind],
        "year" => hit.Document.Date is string date ? [date[..4]] : [],
        _ => hit.Paragraph.Section?.Split(" › ").Distinct() ?? [],
    };

    private static SearchRequest RequestOf(string query, SearchSort sort, int groupLimit) => new(query)
    {
        Sort = sort,
        Collapse = groupLimit > 0,
        GroupLimit = Math.Max(1, groupLimit),
    };

    private string CodeOf(SearchRequest request) => Assert.Throws<SearchException>(() => Index.Search(request)).Code;

    private IEnumerable<SearchHit> All(SearchRequest request)
    {
        for (int offset = 0; ; offset += 100)
        {
            SearchResponse page = Index.Search(request with { Offset = offset, Limit = 100 });
            foreach (SearchHit hit in page.Hits)
            {
                yield return hit;
            }

            if (page.Next is null)
            {
                yield break;
            }
        }
    }

    private IEnumerable<string> ByOffset(SearchRequest request, int limit)
    {
        for (int offset = 0; ; offset += limit)
        {
            SearchResponse page = Index.Search(request with { Offset = offset, Limit = limit });
            foreach (SearchHit hit in page.Hits)
            {
                yield return hit.Id;
            }

            if (page.Hits.Count < limit)
            {
                yield break;
            }
        }
    }

    private IEnumerable<string> ByCursor(SearchRequest request, int limit)
    {
        string? cursor = null;
        do
        {
            SearchResponse page = Index.Search(request with { Cursor = cursor, Limit = limit });
            foreach (SearchHit hit in page.Hits)
            {
                yield return hit.Id;
            }

            cursor = page.Next;
        }
        while (cursor is not null);
    }
}
