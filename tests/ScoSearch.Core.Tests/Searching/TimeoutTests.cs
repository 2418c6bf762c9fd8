using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Core.Tests.Searching;

/// <summary>When time is up, what there is comes, and it says so; for every kind of request.</summary>
public sealed class TimeoutTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    public static TheoryData<string, SearchRequest> Requests => new()
    {
        { "words", new SearchRequest("上合组织 三股势力") },
        { "phrase", new SearchRequest("“上合组织”") },
        { "pattern", Lucene("*织*") },
        { "regular expression", Lucene("/.*组织/") },
        { "fuzzy", Lucene("SCOX~2") },
        { "range", Lucene("date:[2001 TO 2025]") },
        { "filter", new SearchRequest("上合组织") { Filter = "date >= 2001 AND kind = body" } },
        { "facets", new SearchRequest("上合组织") { Facets = ["document"] } },
        { "collapsed", new SearchRequest("上合组织") { Collapse = true } },
        { "by date", new SearchRequest("上合组织") { Sort = SearchSort.DateDescending } },
        { "explained", new SearchRequest("上合组织") { Explain = true } },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void Search_TimeIsUp_AnswersWithALowerBoundAndSaysSo(string kind, SearchRequest request)
    {
        using FSDirectory directory = FSDirectory.Open(sample.IndexPath);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        ParagraphAnalysis analysis = new(sample.Dictionaries);
        ParagraphSearcher late = new(reader, analysis) { Clock = new ExpiredClock() };
        ParagraphSearcher patient = new(reader, analysis);
        SearchRequest hurried = request with { Timeout = TimeSpan.FromSeconds(5) };

        SearchResponse partial = late.Search(hurried, CancellationToken.None);
        SearchResponse whole = patient.Search(request, CancellationToken.None);
        SearchResponse unhurried = late.Search(request, CancellationToken.None);

        Assert.True(partial.TimedOut, kind);
        Assert.Equal("gte", partial.Total.Relation);
        Assert.InRange(partial.Hits.Count, 0, whole.Hits.Count);
        Assert.InRange(partial.Total.Value, partial.Hits.Count, whole.Total.Value);
        Assert.False(unhurried.TimedOut);
        Assert.Equal(whole.Hits.Select(hit => hit.Id), unhurried.Hits.Select(hit => hit.Id));
    }

    private static SearchRequest Lucene(string query) => new(query) { Syntax = QuerySyntax.Lucene };
}
