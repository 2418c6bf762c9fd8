using System.Collections.Concurrent;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Searches one snapshot of an index. Immutable and thread-safe.</summary>
/// <remarks>Each search holds a reference on the reader, so that a reader disposed meanwhile closes only when the search is done.</remarks>
public sealed partial class IndexSearcher
{
    // A search that is cancelled, or whose collector has had enough, stops at the next range of this many documents: some ten
    // milliseconds of a phrase of frequent terms. Taking up a range costs about a tenth of a microsecond.
    private const int RangeSize = 1 << 12;

    private readonly IndexSearcherOptions _options;
    private readonly ConcurrentDictionary<string, FieldStatistics> _fields = new(StringComparer.Ordinal);

    // As many as searches ran at the same time; each belongs to one search while it runs.
    private readonly ConcurrentBag<SearchScratch> _scratches = [];

    /// <summary>Creates a searcher; the reader stays the caller's to dispose.</summary>
    /// <param name="reader">The snapshot.</param>
    /// <param name="options">Settings, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public IndexSearcher(IndexReader reader, IndexSearcherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Reader = reader;
        _options = options ?? new IndexSearcherOptions();
        _options.Validate();
    }

    /// <summary>What is searched.</summary>
    public IndexReader Reader { get; }

    /// <summary>The best hits of a query.</summary>
    /// <param name="query">What to search for.</param>
    /// <param name="count">How many hits, at least 1.</param>
    /// <param name="options">Order, paging and counting; null for the defaults.</param>
    /// <param name="cancellation">Checked per range of documents.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    /// <exception cref="QueryTooComplexException">The query exceeds a limit of the searcher.</exception>
    /// <exception cref="ObjectDisposedException">The reader is closed.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public TopDocs Search(
        Query query, int count, SearchOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        options ??= SearchOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(options.TotalHitsThreshold, nameof(options));
        count = Math.Min(count, Math.Max(1, Reader.MaxDoc));
        return RunWithReader(() => options.TerminateAfter is null && _options.MaxDegreeOfParallelism > 1
            ? SearchParallel(query, count, options, cancellation)
            : SearchSequential(query, count, options, cancellation));
    }

    /// <summary>The best hits after the last one of the page before.</summary>
    /// <param name="after">The last hit of the page before, from the same reader; null for the first page.</param>
    /// <param name="query">What to search for.</param>
    /// <param name="count">How many hits, at least 1.</param>
    /// <param name="options">Order and counting, the same as for the page before; null for the defaults.</param>
    /// <param name="cancellation">Checked per range of documents.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    /// <exception cref="QueryTooComplexException">The query exceeds a limit of the searcher.</exception>
    public TopDocs SearchAfter(
        ScoreDoc? after, Query query, int count, SearchOptions? options = null, CancellationToken cancellation = default) =>
        Search(query, count, (options ?? SearchOptions.Default) with { After = after }, cancellation);

    /// <summary>Shows all matches to a collector.</summary>
    /// <param name="query">What to search for.</param>
    /// <param name="collector">Takes the matches.</param>
    /// <param name="cancellation">Checked per range of documents.</param>
    /// <exception cref="QueryTooComplexException">The query exceeds a limit of the searcher.</exception>
    public void Search(Query query, Collector collector, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(collector);
        RunWithReader(() =>
        {
            CollectAll(query, collector, cancellation);
            return true;
        });
    }

    /// <summary>Number of documents that match; cheap for single terms and everything where no documents are deleted.</summary>
    /// <param name="query">What to search for.</param>
    /// <param name="cancellation">Checked per range of documents.</param>
    /// <exception cref="QueryTooComplexException">The query exceeds a limit of the searcher.</exception>
    public long Count(Query query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return RunWithReader(() =>
        {
            Weight weight = CreateWeight(query, ScoreMode.CompleteNoScores, cancellation);
            CountCollector collector = new();
            long known = 0;
            foreach (LeafReaderContext leaf in Reader.Leaves)
            {
                int count = _options.Exhaustive ? -1 : weight.Count(leaf);
                if (count >= 0)
                {
                    known += count;
                }
                else
                {
                    Collect(weight, collector, [leaf], null, cancellation);
                }
            }

            return known + collector.Count;
        });
    }

    /// <summary>How the score of a document comes to be.</summary>
    /// <param name="query">What to search for.</param>
    /// <param name="docId">Index-wide doc id.</param>
    /// <param name="cancellation">Checked while the query is prepared.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such document.</exception>
    /// <exception cref="QueryTooComplexException">The query exceeds a limit of the searcher.</exception>
    public Explanation Explain(Query query, int docId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return RunWithReader(() =>
        {
            LeafReaderContext leaf = FindLeaf(docId);
            Weight weight = CreateWeight(query, ScoreMode.Complete, cancellation);
            return leaf.Reader.LiveDocs?.IsLive(docId - leaf.DocBase) ?? true
                ? weight.Explain(leaf, docId - leaf.DocBase)
                : Explanation.NoMatch("the document is deleted");
        });
    }

    /// <summary>The places in a document that make it match, by position; empty when it does not match or has none.</summary>
    /// <param name="query">What to search for.</param>
    /// <param name="docId">Index-wide doc id.</param>
    /// <param name="field">Only places in this field; null for all.</param>
    /// <param name="cancellation">Checked while the query is prepared.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such document.</exception>
    /// <exception cref="QueryTooComplexException">The query exceeds a limit of the searcher.</exception>
    public IReadOnlyList<MatchSpan> GetMatches(
        Query query, int docId, string? field = null, CancellationToken cancellation = default)
    {
        return CreateMatcher(query, default, cancellation).GetMatches(docId, field);
    }

    /// <summary>Prepares a query to find its places in several documents.</summary>
    /// <param name="query">What to search for.</param>
    /// <param name="deadline">When it is cancelled, places of prefixes, patterns and ranges may be left out, without an error.</param>
    /// <param name="cancellation">Checked while the query is prepared and while its terms are looked for.</param>
    /// <exception cref="QueryTooComplexException">The query exceeds a limit of the searcher.</exception>
    /// <exception cref="ObjectDisposedException">The reader is closed.</exception>
    public QueryMatcher CreateMatcher(
        Query query, CancellationToken deadline = default, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        SearchScratch scratch = new();
        return RunWithReader(() => new QueryMatcher(
            this,
            CreateWeight(query, ScoreMode.Complete, scratch, () => deadline.IsCancellationRequested, cancellation),
            scratch));
    }

    internal IReadOnlyList<MatchSpan> FindMatches(Weight weight, int docId, string? field) => RunWithReader(() =>
    {
        LeafReaderContext leaf = FindLeaf(docId);
        MatchCollector matches = new(field);
        weight.AddMatches(leaf, docId - leaf.DocBase, matches);
        return (IReadOnlyList<MatchSpan>)
            [.. matches.Spans.Distinct().OrderBy(m => m.Field, StringComparer.Ordinal).ThenBy(m => m.StartPosition)];
    });

    /// <summary>The simplest form of a query on this index, as it is run.</summary>
    /// <exception cref="QueryTooComplexException">The query exceeds a limit of the searcher.</exception>
    internal Query Rewrite(Query query, SearchContext context)
    {
        CheckLimits(query);
        while (true)
        {
            Query rewritten = query.Rewrite(context);
            if (ReferenceEquals(rewritten, query))
            {
                return query;
            }

            CheckLimits(rewritten);
            query = rewritten;
        }
    }

    internal Weight CreateWeight(Query query, ScoreMode scoreMode, CancellationToken cancellation) =>
        CreateWeight(query, scoreMode, null, null, cancellation);

    private Weight CreateWeight(
        Query query, ScoreMode scoreMode, SearchScratch? scratch, Func<bool>? mustStop, CancellationToken cancellation)
    {
        SearchContext context = new(Reader, _options, _fields, scratch, mustStop, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (scoreMode == ScoreMode.CompleteNoScores)
        {
            query = new ConstantScoreQuery(query);
        }

        return Rewrite(query, context).CreateWeight(context, scoreMode, 1f);
    }

    // Searches all segments one after the other on this thread.
    private void CollectAll(Query query, Collector collector, CancellationToken cancellation)
    {
        if (!_scratches.TryTake(out SearchScratch? scratch))
        {
            scratch = new SearchScratch();
        }

        try
        {
            Weight weight = CreateWeight(query, collector.ScoreMode, scratch, () => collector.MustStop, cancellation);
            Collect(weight, collector, Reader.Leaves, scratch, cancellation);
        }
        finally
        {
            scratch.Recycle();
            _scratches.Add(scratch);
        }
    }

    private static void Collect(
        Weight weight,
        Collector collector,
        IReadOnlyList<LeafReaderContext> leaves,
        SearchScratch? scratch,
        CancellationToken cancellation)
    {
        foreach (LeafReaderContext leaf in leaves)
        {
            if (collector.MustStop)
            {
                return;
            }

            cancellation.ThrowIfCancellationRequested();
            if (collector.GetLeafCollector(leaf) is { } leafCollector && weight.GetBulkScorer(leaf) is { } bulk)
            {
                LiveDocs? live = leaf.Reader.LiveDocs;
                int maxDoc = leaf.Reader.MaxDoc;
                for (int min = 0; min < maxDoc && !float.IsPositiveInfinity(leafCollector.MinCompetitiveScore);)
                {
                    min = bulk.Score(leafCollector, live, min, (int)Math.Min(maxDoc, min + (long)RangeSize));
                    if (collector.MustStop)
                    {
                        return;
                    }

                    cancellation.ThrowIfCancellationRequested();
                }
            }

            scratch?.Recycle();
        }
    }

    private void CheckLimits(Query query)
    {
        if (query.Depth > _options.MaxNestingDepth)
        {
            throw new QueryTooComplexException(QueryLimit.Nesting, _options.MaxNestingDepth);
        }

        CheckClauses(query);
    }

    private void CheckClauses(Query query)
    {
        if (query.ClauseCount > _options.MaxClauseCount)
        {
            throw new QueryTooComplexException(QueryLimit.Clauses, _options.MaxClauseCount);
        }

        foreach (Query child in query.Children)
        {
            CheckClauses(child);
        }
    }

    private LeafReaderContext FindLeaf(int docId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, Reader.MaxDoc);
        return Reader.Leaves.Last(leaf => leaf.DocBase <= docId && docId < leaf.DocBase + leaf.Reader.MaxDoc);
    }

    private T RunWithReader<T>(Func<T> search)
    {
        ObjectDisposedException.ThrowIf(!Reader.TryAddReference(), Reader);
        try
        {
            return search();
        }
        finally
        {
            Reader.ReleaseReference();
            GC.KeepAlive(Reader);
        }
    }
}
