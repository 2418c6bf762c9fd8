using System.Diagnostics;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Paging;
using ScoSearch.Core.Reading;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Searching;

/// <summary>Answers requests over one snapshot. Thread-safe.</summary>
internal sealed class ParagraphSearcher
{
    private readonly ParagraphQueryPlanner _planner;
    private readonly SimilarParagraphs _similar;
    private readonly HitPager _pager;
    private readonly HitBuilder _hits;

    public ParagraphSearcher(IndexReader reader, ParagraphAnalysis analysis)
        : this(new IndexSnapshot(reader, analysis))
    {
    }

    public ParagraphSearcher(IndexSnapshot snapshot)
    {
        _planner = new ParagraphQueryPlanner(snapshot.Analysis);
        _similar = new SimilarParagraphs(snapshot.Reader, snapshot.Analysis);
        _pager = new HitPager(snapshot, new ParagraphReranker(snapshot.Reader));
        _hits = new HitBuilder(snapshot);
    }

    public SearchResponse Search(SearchRequest request, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        return Answer(Plan(request), request, started, cancellation);
    }

    /// <summary>The paragraphs most like another one.</summary>
    public SearchResponse Similar(StoredParagraph paragraph, SimilarRequest request, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        ParagraphQuery query = _similar.Plan(paragraph, request.OtherDocumentsOnly);
        return Answer(query, request.ToHitSettings(), started, cancellation);
    }

    /// <summary>The best paragraphs of a query, without reading any.</summary>
    public TopDocs Rank(string query, int depth, CancellationToken cancellation) =>
        _pager.Rank(Plan(new SearchRequest(query)), depth, cancellation);

    /// <summary>The query as it is searched.</summary>
    public ParagraphQuery Plan(SearchRequest request) => _planner.Plan(UserQuery.Parse(request.Query));

    /// <summary>The condition of a filter as a query; null when there is none.</summary>
    /// <exception cref="SearchException">The filter cannot be read.</exception>
    public static Query? PlanFilter(string? filter) => string.IsNullOrWhiteSpace(filter)
        ? null
        : throw new SearchException(
            "filter_syntax", "还不支持过滤条件。", "Filters are not supported yet.", "filter", 0);

    private SearchResponse Answer(
        ParagraphQuery query, SearchRequest request, long started, CancellationToken cancellation)
    {
        long planned = Stopwatch.GetTimestamp();
        HitPage page = _pager.Read(query, request, cancellation);
        long found = Stopwatch.GetTimestamp();
        List<SearchHit> hits = new(page.Hits.Count);
        QueryMatcher matcher = _hits.Prepare(query, cancellation);
        foreach (GroupedHit hit in page.Hits)
        {
            cancellation.ThrowIfCancellationRequested();
            SearchHit built = _hits.Build(hit.Hit, query, matcher, request, cancellation);
            hits.Add(request.Collapse ? built with { MoreInDocument = hit.More } : built);
        }

        return new SearchResponse
        {
            Query = request.Query,
            Total = page.Total,
            Documents = page.Documents,
            Hits = hits,
            Facets = page.Facets,
            Next = page.Next,
            Profile = request.Profile
                ? new SearchProfile(
                    Milliseconds(started, planned),
                    Round(Stopwatch.GetElapsedTime(planned, found).TotalMilliseconds - page.FacetsMs),
                    Round(page.FacetsMs),
                    Milliseconds(found, Stopwatch.GetTimestamp()),
                    query.Query.ToString() ?? "")
                : null,
            TookMs = 0,
            Generation = 0,
        };
    }

    private static double Milliseconds(long from, long to) => Round(Stopwatch.GetElapsedTime(from, to).TotalMilliseconds);

    private static double Round(double milliseconds) => Math.Round(milliseconds, 3);
}
