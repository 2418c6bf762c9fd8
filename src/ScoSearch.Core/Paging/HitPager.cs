using System.Diagnostics;
using ScoSearch.Core.Facets;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Reading;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Paging;

/// <summary>Finds the paragraphs of one page, in the order asked for. Thread-safe.</summary>
/// <remarks>
/// <para>The order by score is total: final score, then place in the index. The final score is that of the query, but for
/// the first hits, which are looked into and never lose by it. So pages fit together however they are asked for: by
/// offset, by cursor, of whatever length.</para>
/// <para>Only the order by score stops early; sorting by value, collapsing and facets see every match, in one pass.</para>
/// </remarks>
internal sealed class HitPager(IndexSnapshot snapshot, ParagraphReranker reranker)
{
    private static readonly Dictionary<int, float> NothingRescored = [];

    /// <summary>The best paragraphs of a query, by final score.</summary>
    public TopDocs Rank(ParagraphQuery query, int depth, SearchDeadline deadline)
    {
        SearchOptions options = OptionsOf(deadline);
        if (query.Loose is null)
        {
            return snapshot.Searcher.Search(query.Query, depth, options, deadline.Cancellation);
        }

        // The same window for every page, or a hit could stand on two of them.
        int count = Math.Max(depth, ParagraphReranker.WindowSize);
        TopDocs top = snapshot.Searcher.Search(query.Query, count, options, deadline.Cancellation);
        IReadOnlyList<ScoreDoc> hits = reranker.Rerank(query.Loose, top.ScoreDocs, deadline.Cancellation);
        return top with { ScoreDocs = [.. hits.Take(depth)] };
    }

    /// <summary>Finds a page.</summary>
    /// <exception cref="SearchException">The cursor or a facet is not one.</exception>
    public HitPage Read(ParagraphQuery query, SearchRequest request, SearchDeadline deadline)
    {
        SearchCursor? cursor = ReadCursor(request);
        List<FacetColumn> facets = FacetCounting.Create(request, snapshot);
        HitPage page = request.Sort == SearchSort.Score && !request.Collapse
            ? ReadRanked(query, request, cursor, facets, deadline)
            : ReadOrdered(query, request, cursor, facets, deadline);
        int position = (cursor?.Position ?? request.Offset) + request.Limit;
        return page.Hits.Count <= request.Limit || request.Limit == 0
            ? page with { Hits = [.. page.Hits.Take(request.Limit)] }
            : page with
            {
                Hits = [.. page.Hits.Take(request.Limit)],
                Next = CreateCursor(request, position, page.Hits[request.Limit - 1].Hit).ToString(),
            };
    }

    private HitPage ReadRanked(
        ParagraphQuery query,
        SearchRequest request,
        SearchCursor? cursor,
        List<FacetColumn> facets,
        SearchDeadline deadline)
    {
        int wanted = request.Limit + 1;
        int window = query.Loose is null ? 0 : ParagraphReranker.WindowSize;
        TopDocs top;
        IEnumerable<ScoreDoc> hits;
        if (cursor is { } after && after.Position > window)
        {
            // Behind the window the order is the query's own, which the engine can continue.
            ScoreDoc last = new(after.Doc, after.Score);
            top = snapshot.Searcher.SearchAfter(last, query.Query, wanted, OptionsOf(deadline), deadline.Cancellation);
            hits = top.ScoreDocs;
        }
        else
        {
            int position = cursor?.Position ?? request.Offset;
            top = Rank(query, position + wanted, deadline);
            hits = top.ScoreDocs.Skip(position);
        }

        HitCount total = new(top.TotalHits.Value, top.TotalHits.Relation == TotalHitsRelation.EqualTo ? "eq" : "gte");
        HitPage page = new([.. hits.TakeWhile(hit => hit.Score >= request.MinScore).Select(hit => new GroupedHit(hit, 0))], total);
        if (facets.Count == 0 && request.MinScore <= 0)
        {
            return page;
        }

        long started = Stopwatch.GetTimestamp();
        Dictionary<int, float> rescored = request.MinScore > 0 ? Rescore(query, deadline) : NothingRescored;
        MatchSurvey survey = new(facets, null, null, request.MinScore, rescored, deadline.TimeUp);
        snapshot.Searcher.Search(query.Query, survey, deadline.Cancellation);
        return page with
        {
            Total = deadline.IsOver ? page.Total : new HitCount(survey.Total, "eq"),
            Facets = FacetCounting.Collect(facets, request, snapshot),
            FacetsMs = Stopwatch.GetElapsedTime(started).TotalMilliseconds,
        };
    }

    private HitPage ReadOrdered(
        ParagraphQuery query,
        SearchRequest request,
        SearchCursor? cursor,
        List<FacetColumn> facets,
        SearchDeadline deadline)
    {
        int position = cursor?.Position ?? request.Offset;
        Columns.GlobalOrdinals documents = snapshot.OrdinalsOf(ParagraphFields.Document);
        Columns.GlobalOrdinals? dates = request.Sort is SearchSort.DateAscending or SearchSort.DateDescending
            ? snapshot.OrdinalsOf(ParagraphFields.Date)
            : null;
        int wanted = request.Limit + 1;
        DocumentGroups? groups = request.Collapse
            ? new DocumentGroups(documents, dates, request.Sort, request.GroupLimit)
            : null;
        SortedHits? sorted = request.Collapse
            ? null
            : new SortedHits(
                documents, dates, request.Sort, cursor is null ? position + wanted : wanted, cursor?.Doc, snapshot.Reader);
        MatchSurvey survey = new(facets, groups, sorted, request.MinScore, Rescore(query, deadline), deadline.TimeUp);
        snapshot.Searcher.Search(query.Query, survey, deadline.Cancellation);
        IEnumerable<GroupedHit> hits = groups is not null
            ? groups.First(position + wanted).Skip(position)
            : sorted!.Drain().Select(hit => new GroupedHit(hit, 0)).Skip(cursor is null ? position : 0);
        return new HitPage([.. hits], new HitCount(survey.Total, "eq"))
        {
            Documents = groups?.Count,
            Facets = FacetCounting.Collect(facets, request, snapshot),
        };
    }

    // Final scores of the hits that are looked into.
    private Dictionary<int, float> Rescore(ParagraphQuery query, SearchDeadline deadline) => query.Loose is null
        ? NothingRescored
        : Rank(query, ParagraphReranker.WindowSize, deadline).ScoreDocs.ToDictionary(hit => hit.Doc, hit => hit.Score);

    private static SearchOptions OptionsOf(SearchDeadline deadline) =>
        deadline.TimeUp.CanBeCanceled ? SearchOptions.Default with { Deadline = deadline.TimeUp } : SearchOptions.Default;

    private SearchCursor? ReadCursor(SearchRequest request)
    {
        if (request.Cursor is null)
        {
            return null;
        }

        return request.Offset == 0
            ? SearchCursor.Parse(request.Cursor, request, CreateCursor(request, 0, new ScoreDoc(0, 0)), snapshot.Reader.MaxDoc)
            : throw new SearchException(
                "cursor_and_offset", "游标与偏移不能同时给出。", "Give either a cursor or an offset, not both.", "cursor");
    }

    private SearchCursor CreateCursor(SearchRequest request, int position, ScoreDoc last)
    {
        DirectoryReader? commit = snapshot.Reader as DirectoryReader;
        int stamp = HashOf(commit?.Version ?? 0, snapshot.Reader.MaxDoc, snapshot.Reader.NumDocs);
        return new SearchCursor(
            commit?.Generation ?? 0, stamp, SearchCursor.FingerprintOf(request), position, last.Doc, last.Score);
    }

    // Not HashCode, which differs from process to process: a cursor outlives a restart of the service.
    private static int HashOf(long version, int maxDoc, int numDocs) =>
        unchecked((int)((((version * 31) + maxDoc) * 31) + numDocs));
}
