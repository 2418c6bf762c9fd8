using System.Diagnostics;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Paging;
using ScoSearch.Core.Querying;
using ScoSearch.Core.Reading;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Searching;

/// <summary>Answers requests over one snapshot. Thread-safe.</summary>
internal sealed class ParagraphSearcher
{
    private readonly IndexSnapshot _snapshot;
    private readonly RequestPlanner _planner;
    private readonly SimilarParagraphs _similar;
    private readonly HitPager _pager;
    private readonly HitBuilder _hits;

    public ParagraphSearcher(IndexReader reader, ParagraphAnalysis analysis)
        : this(new IndexSnapshot(reader, analysis))
    {
    }

    public ParagraphSearcher(IndexSnapshot snapshot)
    {
        _snapshot = snapshot;
        _planner = new RequestPlanner(snapshot.Analysis, snapshot.Reader);
        _similar = new SimilarParagraphs(snapshot.Reader, snapshot.Analysis);
        _pager = new HitPager(snapshot, new ParagraphReranker(snapshot.Reader));
        _hits = new HitBuilder(snapshot);
    }

    /// <summary>Measures time-outs; the system's unless given.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public SearchResponse Search(SearchRequest request, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        using SearchDeadline deadline = new(request.Timeout, Clock, cancellation);
        try
        {
            ParagraphQuery query = Plan(request);
            SearchResponse answer = Answer(query, request, started, deadline);
            return answer.TimedOut || answer.Relaxed is not null ? answer : answer with { Relaxed = FindRelaxation(query, request, answer, deadline) };
        }
        catch (QueryTooComplexException e)
        {
            throw RegexErrors.Describe(e, QueryErrors.OfQuery, null);
        }
    }

    /// <summary>The paragraphs most like another one.</summary>
    public SearchResponse Similar(StoredParagraph paragraph, SimilarRequest request, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        ParagraphQuery query = _planner.Restrict(_similar.Plan(paragraph, request.OtherDocumentsOnly), request.Filter);
        using SearchDeadline deadline = new(null, Clock, cancellation);
        return Answer(query, request.ToHitSettings(), started, deadline);
    }

    /// <summary>The best paragraphs of a query, without reading any.</summary>
    public TopDocs Rank(string query, int depth, CancellationToken cancellation)
    {
        using SearchDeadline deadline = new(null, Clock, cancellation);
        return _pager.Rank(Plan(new SearchRequest(query)), depth, deadline);
    }

    /// <summary>The query as it is searched.</summary>
    public ParagraphQuery Plan(SearchRequest request) => _planner.Plan(request);

    /// <summary>The condition of a filter as a query; null when there is none.</summary>
    /// <exception cref="SearchException">The filter cannot be read.</exception>
    public Query? PlanFilter(string? filter) => _planner.PlanFilter(filter);

    // All words are wanted; where no paragraph has them all, those with some of them answer, and it is said so.
    private RelaxedQuery? FindRelaxation(
        ParagraphQuery query, SearchRequest request, SearchResponse answer, SearchDeadline deadline)
    {
        if (request.Operator != QueryOperator.Automatic || query.AllWords is null || answer.Total.Value == 0)
        {
            return null;
        }

        SearchOptions one = SearchOptions.Default with { TotalHitsThreshold = 1, Deadline = deadline.TimeUp };
        bool any = _snapshot.Searcher.Search(query.AllWords, 1, one, deadline.Cancellation).ScoreDocs.Count > 0;
        return any || deadline.IsOver ? null : new RelaxedQuery("operator", request.Query, request.Language == MessageLanguage.English
            ? "No paragraph has all of the words; these have some of them."
            : "没有段落包含全部词语，以下段落包含其中一部分。");
    }

    private SearchResponse Answer(
        ParagraphQuery query, SearchRequest request, long started, SearchDeadline deadline)
    {
        CancellationToken cancellation = deadline.Cancellation;
        long planned = Stopwatch.GetTimestamp();
        HitPage page = _pager.Read(query, request, deadline);
        long found = Stopwatch.GetTimestamp();
        bool timedOut = deadline.IsOver;
        List<SearchHit> hits = new(page.Hits.Count);
        QueryMatcher matcher = _hits.Prepare(query, deadline);
        foreach (GroupedHit hit in page.Hits)
        {
            cancellation.ThrowIfCancellationRequested();
            SearchHit built = _hits.Build(hit.Hit, query, matcher, request, cancellation);
            hits.Add(request.Collapse ? built with { MoreInDocument = hit.More } : built);
        }

        return new SearchResponse
        {
            Query = request.Query,
            TimedOut = timedOut,
            Total = timedOut ? page.Total with { Relation = "gte" } : page.Total,
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
