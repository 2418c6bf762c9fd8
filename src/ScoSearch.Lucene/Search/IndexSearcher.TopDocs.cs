using System.Collections.Concurrent;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <content>Collecting the best hits, one segment after the other or several at a time.</content>
public sealed partial class IndexSearcher
{
    private static TopCollector CreateCollector(int count, SearchOptions options, SharedMinScore? shared)
    {
        if (options.Sort is null)
        {
            return new TopScoreCollector(count, options.TotalHitsThreshold, options.After, shared);
        }

        FieldDoc? after = options.After switch
        {
            null => null,
            FieldDoc hit when hit.Fields.Count == options.Sort.Fields.Count => hit,
            _ => throw new ArgumentException("paging through a sorted search needs a hit of that search", nameof(options)),
        };
        return new TopFieldCollector(options.Sort, count, options.TotalHitsThreshold, after, options.ComputeScores);
    }

    private static TopDocs ToTopDocs(ScoreDoc[] hits, long total, bool isLowerBound) => new(
        new TotalHits(total, isLowerBound ? TotalHitsRelation.GreaterThanOrEqualTo : TotalHitsRelation.EqualTo), hits);

    private TopDocs SearchSequential(Query query, int count, SearchOptions options, CancellationToken cancellation)
    {
        TopCollector top = CreateCollector(count, options, null);
        TerminatingCollector? terminating =
            options.TerminateAfter is { } limit ? new TerminatingCollector(top, Math.Max(0, limit)) : null;
        Collector collector = terminating ?? (Collector)top;
        if (options.Deadline.CanBeCanceled)
        {
            collector = new DeadlineCollector(collector, options.Deadline);
        }

        CollectAll(query, collector, cancellation);
        bool isLowerBound = top.IsLowerBound || (terminating?.HasTerminated ?? false) || collector.MustStop;
        long total = top.TotalHits;
        return ToTopDocs(top.Drain(), total, isLowerBound);
    }

    private TopDocs SearchParallel(Query query, int count, SearchOptions options, CancellationToken cancellation)
    {
        SharedMinScore shared = new(Math.Max(count, options.TotalHitsThreshold));
        Weight weight = CreateWeight(
            query, CreateCollector(count, options, shared).ScoreMode, null, () => options.Deadline.IsCancellationRequested, cancellation);
        ConcurrentBag<TopCollector> slices = [];
        ParallelOptions parallel = new()
        {
            MaxDegreeOfParallelism = _options.MaxDegreeOfParallelism,
            TaskScheduler = _options.TaskScheduler,
            CancellationToken = cancellation,
        };

        // Large segments first, so that no thread is left alone with one at the end.
        LeafReaderContext[] leaves = [.. Reader.Leaves.OrderByDescending(leaf => leaf.Reader.MaxDoc)];
        Parallel.ForEach(leaves, parallel, leaf =>
        {
            TopCollector collector = CreateCollector(count, options, shared);
            Collect(weight, new DeadlineCollector(collector, options.Deadline), [leaf], null, cancellation);
            slices.Add(collector);
        });

        return Merge(slices, count, options);
    }

    private static TopDocs Merge(IReadOnlyCollection<TopCollector> slices, int count, SearchOptions options)
    {
        long total = slices.Sum(slice => slice.TotalHits);
        bool isLowerBound = slices.Any(slice => slice.IsLowerBound) || options.Deadline.IsCancellationRequested;
        List<ScoreDoc> hits = [.. slices.SelectMany(slice => slice.Drain())];
        hits.Sort(options.Sort is null ? CompareByScore : new FieldDocOrder(options.Sort).Compare);
        return ToTopDocs([.. hits.Take(count)], total, isLowerBound);
    }

    private static int CompareByScore(ScoreDoc left, ScoreDoc right)
    {
        int byScore = right.Score.CompareTo(left.Score);
        return byScore != 0 ? byScore : left.Doc.CompareTo(right.Doc);
    }
}
