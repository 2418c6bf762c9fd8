using ScoSearch.Core.Indexing;
using ScoSearch.Core.Reading;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Searching;

/// <summary>Answers requests over one snapshot. Thread-safe.</summary>
internal sealed class ParagraphSearcher
{
    private readonly IndexSearcher _searcher;
    private readonly ParagraphQueryPlanner _planner;
    private readonly ParagraphReranker _reranker;
    private readonly SimilarParagraphs _similar;
    private readonly HitBuilder _hits;

    public ParagraphSearcher(IndexReader reader, ParagraphAnalysis analysis)
        : this(new IndexSnapshot(reader, analysis))
    {
    }

    public ParagraphSearcher(IndexSnapshot snapshot)
    {
        _searcher = snapshot.Searcher;
        _planner = new ParagraphQueryPlanner(snapshot.Analysis);
        _reranker = new ParagraphReranker(snapshot.Reader);
        _similar = new SimilarParagraphs(snapshot.Reader, snapshot.Analysis);
        _hits = new HitBuilder(snapshot);
    }

    public SearchResponse Search(SearchRequest request, CancellationToken cancellation) =>
        Answer(Plan(request.Query), request, cancellation);

    /// <summary>The paragraphs most like another one.</summary>
    public SearchResponse Similar(StoredParagraph paragraph, SimilarRequest request, CancellationToken cancellation)
    {
        ParagraphQuery query = _similar.Plan(paragraph, request.OtherDocumentsOnly);
        return Answer(query, request.ToHitSettings(), cancellation);
    }

    /// <summary>The best paragraphs of a query, without reading any.</summary>
    public TopDocs Rank(string query, int depth, CancellationToken cancellation) =>
        Rank(Plan(query), depth, cancellation);

    /// <summary>The query as it is searched.</summary>
    public ParagraphQuery Plan(string query) => _planner.Plan(UserQuery.Parse(query));

    /// <summary>The condition of a filter as a query; null when there is none.</summary>
    /// <exception cref="SearchException">The filter cannot be read.</exception>
    public static Query? PlanFilter(string? filter) => string.IsNullOrWhiteSpace(filter)
        ? null
        : throw new SearchException(
            "filter_syntax", "还不支持过滤条件。", "Filters are not supported yet.", "filter", 0);

    private SearchResponse Answer(ParagraphQuery query, SearchRequest request, CancellationToken cancellation)
    {
        int wanted = Math.Max(1, request.Offset + request.Limit);
        TopDocs top = Rank(query, wanted, cancellation);
        List<SearchHit> hits = [];
        foreach (ScoreDoc found in top.ScoreDocs.Skip(request.Offset).Take(request.Limit))
        {
            cancellation.ThrowIfCancellationRequested();
            hits.Add(_hits.Build(found, query, request, cancellation));
        }

        return new SearchResponse
        {
            Query = request.Query,
            Total = new HitCount(top.TotalHits.Value, top.TotalHits.Relation == TotalHitsRelation.EqualTo ? "eq" : "gte"),
            Hits = hits,
            TookMs = 0,
            Generation = 0,
        };
    }

    private TopDocs Rank(ParagraphQuery query, int depth, CancellationToken cancellation)
    {
        if (query.Loose is null)
        {
            return _searcher.Search(query.Query, depth, cancellation: cancellation);
        }

        // The same window for every page, or a hit could stand on two of them.
        int count = Math.Max(depth, ParagraphReranker.WindowSize);
        TopDocs top = _searcher.Search(query.Query, count, cancellation: cancellation);
        IReadOnlyList<ScoreDoc> hits = _reranker.Rerank(query.Loose, top.ScoreDocs, cancellation);
        return top with { ScoreDocs = [.. hits.Take(depth)] };
    }
}
