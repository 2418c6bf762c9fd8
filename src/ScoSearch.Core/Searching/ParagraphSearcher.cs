using System.Globalization;
using ScoSearch.Core.Highlighting;
using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Core.Searching;

/// <summary>Answers requests over one snapshot. Thread-safe.</summary>
internal sealed class ParagraphSearcher
{
    // For paragraphs a second occurrence says little and length says less than for whole documents: measured on the shared
    // retrieval sets, where these values beat BM25's usual ones (1.2, 0.75) on each.
    // A query of the greatest length has a word and a bigram a character at most.
    private static readonly IndexSearcherOptions Options = new()
    {
        Similarity = new Bm25Similarity(0.4f, 0.3f),
        MaxClauseCount = 4 * SearchRequest.MaxQueryLength,
    };

    private readonly IndexReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly ParagraphQueryPlanner _planner;
    private readonly ParagraphReranker _reranker;
    private readonly MatchFinder _matchFinder;

    public ParagraphSearcher(IndexReader reader, ParagraphAnalysis analysis)
    {
        _reader = reader;
        _searcher = new IndexSearcher(reader, Options);
        _planner = new ParagraphQueryPlanner(analysis);
        _reranker = new ParagraphReranker(reader);
        _matchFinder = new MatchFinder(_searcher, analysis);
    }

    public SearchResponse Search(SearchRequest request, CancellationToken cancellation)
    {
        ParagraphQuery query = _planner.Plan(UserQuery.Parse(request.Query));
        int wanted = Math.Max(1, request.Offset + request.Limit);
        TopDocs top = Rank(query, wanted, cancellation);
        List<SearchHit> hits = [];
        foreach (ScoreDoc found in top.ScoreDocs.Skip(request.Offset).Take(request.Limit))
        {
            cancellation.ThrowIfCancellationRequested();
            hits.Add(CreateHit(found, query, request, cancellation));
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

    /// <summary>The best paragraphs of a query, without reading any.</summary>
    public TopDocs Rank(string query, int depth, CancellationToken cancellation) =>
        Rank(_planner.Plan(UserQuery.Parse(query)), depth, cancellation);

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

    private SearchHit CreateHit(ScoreDoc found, ParagraphQuery query, SearchRequest request, CancellationToken cancellation)
    {
        Document stored = _reader.GetDocument(found.Doc);
        string text = stored.Get(ParagraphFields.Text) ?? "";
        IReadOnlyList<TextSpan> matches = _matchFinder.Find(query, found.Doc, text, cancellation);
        bool byWord = query.Words is not null
            && _searcher.GetMatches(query.Words, found.Doc, ParagraphFields.Words, cancellation).Count > 0;
        return new SearchHit
        {
            Id = stored.Get(ParagraphFields.Id) ?? "",
            Score = found.Score,
            Match = byWord ? "word" : "substring",
            Document = new DocumentInfo(
                stored.Get(ParagraphFields.Document) ?? "",
                stored.Get(ParagraphFields.Title),
                stored.Get(ParagraphFields.Author),
                stored.Get(ParagraphFields.Source),
                stored.Get(ParagraphFields.Date)),
            Paragraph = ReadPlace(stored),
            Text = text,
            Snippet = SnippetBuilder.Build(text, matches, request.Snippets),
            Highlights = ToHighlights(text, matches),
            Context = request.Context == 0 ? [] : ReadContext(stored, request.Context, cancellation),
        };
    }

    private List<ContextParagraph> ReadContext(Document hit, int distance, CancellationToken cancellation)
    {
        int number = ReadNumber(hit);
        string document = hit.Get(ParagraphFields.Document) ?? "";
        BooleanQuery neighbours = new BooleanQuery.Builder()
            .Add(new TermQuery(new Term(ParagraphFields.Document, document)), Occur.Filter)
            .Add(new NumericDocValuesRangeQuery(ParagraphFields.Number, number - distance, number + distance), Occur.Filter)
            .Build();
        SearchOptions inOrder = new() { Sort = new Sort(new SortField(ParagraphFields.Number, SortFieldType.Long)) };
        return [.. _searcher.Search(neighbours, (2 * distance) + 1, inOrder, cancellation).ScoreDocs
            .Select(found => _reader.GetDocument(found.Doc))
            .Where(stored => ReadNumber(stored) != number)
            .Select(stored => new ContextParagraph(
                stored.Get(ParagraphFields.Id) ?? "",
                ReadNumber(stored),
                stored.Get(ParagraphFields.Kind) ?? "",
                stored.Get(ParagraphFields.Text) ?? ""))];
    }

    private static ParagraphInfo ReadPlace(Document stored)
    {
        string section = string.Join(" › ", stored.FindAll(ParagraphFields.Section).Select(field => field.StringValue));
        int[] lines = [.. stored.FindAll(ParagraphFields.Lines)
            .SelectMany(field => (field.StringValue ?? "").Split('-'))
            .Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
        string? page = stored.Get(ParagraphFields.Page);
        return new ParagraphInfo(
            ReadNumber(stored),
            stored.Get(ParagraphFields.Kind) ?? "",
            section.Length > 0 ? section : null,
            page is null ? null : int.Parse(page, CultureInfo.InvariantCulture),
            lines.Length > 0 ? lines.Min() : null,
            lines.Length > 0 ? lines.Max() : null);
    }

    private static int ReadNumber(Document stored) =>
        int.Parse(stored.Get(ParagraphFields.Number) ?? "0", CultureInfo.InvariantCulture);

    private static List<Highlight> ToHighlights(string text, IReadOnlyList<TextSpan> matches)
    {
        List<Highlight> highlights = new(matches.Count);
        int unit = 0;
        int codePoint = 0;
        foreach (TextSpan match in matches)
        {
            codePoint += CountCodePoints(text, unit, match.Start);
            int length = CountCodePoints(text, match.Start, match.End);
            highlights.Add(new Highlight(
                "text", match.Start, match.End - match.Start, codePoint, length, text[match.Start..match.End]));
            codePoint += length;
            unit = match.End;
        }

        return highlights;
    }

    private static int CountCodePoints(string text, int start, int end)
    {
        int count = 0;
        for (int i = start; i < end; i++)
        {
            count += char.IsHighSurrogate(text[i]) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? 0 : 1;
        }

        return count;
    }
}
