using System.Diagnostics;
using System.Text.Json.Nodes;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Similarities;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Benchmarks;

/// <summary>Latency of the ten best hits, queries a second and bytes allocated, by class of query; warm.</summary>
internal sealed class SearchBench(IndexSearcher searcher, SearchOptions searchOptions)
{
    private const int Hits = 10;

    public static JsonObject Run(Options options)
    {
        int threads = options.Integer("threads", 1);
        using FSDirectory directory = FSDirectory.Open(options.Required("index"));
        using DirectoryReader reader = DirectoryReader.Open(directory);
        QueryClasses queries = new(reader, CorpusEntry.Read(options.Required("queries"), options.Integer("query-limit", 500)));
        Bm25Similarity similarity = new((float)options.Number("k1", 1.2), (float)options.Number("b", 0.75));
        IndexSearcher searcher = new(reader, new IndexSearcherOptions { Similarity = similarity });
        SearchBench bench = new(searcher, new SearchOptions { TotalHitsThreshold = options.Integer("threshold", 1000) });
        JsonObject result = new()
        {
            ["threads"] = threads,
            ["maxDoc"] = reader.MaxDoc,
            ["segments"] = reader.Leaves.Count,
        };
        string[] classes = options.Get("classes", string.Join(',', QueryClasses.Names)).Split(',');
        foreach ((string name, List<Query> all) in queries.All.Where(pair => classes.Contains(pair.Name)))
        {
            result[name] = bench.Measure(all, threads, options);
        }

        result["peakKiB"] = ProcessMemory.Peak();
        return result;
    }

    private JsonObject Measure(List<Query> queries, int threads, Options options)
    {
        Round(queries, threads, options.Number("warmup", 5), out _);
        long start = Stopwatch.GetTimestamp();
        long[] ticks = Round(queries, threads, options.Number("seconds", 10), out long allocated);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Array.Sort(ticks);
        long hits = 0;
        long sum = 0;
        foreach (Query query in queries)
        {
            foreach (ScoreDoc hit in Search(query).ScoreDocs)
            {
                hits++;
                sum = unchecked((sum * 31) + BitConverter.SingleToInt32Bits(hit.Score));
            }
        }

        return new JsonObject
        {
            ["queries"] = queries.Count,
            ["measured"] = ticks.Length,
            ["p50Us"] = Percentile(ticks, 0.50),
            ["p95Us"] = Percentile(ticks, 0.95),
            ["p99Us"] = Percentile(ticks, 0.99),
            ["queriesPerSecond"] = ticks.Length / seconds,
            ["allocatedBytesPerQuery"] = (double)allocated / Math.Max(1, ticks.Length),
            ["hits"] = hits,
            ["scoreSum"] = sum.ToString("x", System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Whole rounds over the queries until the time is over; the duration of each search.</summary>
    private long[] Round(List<Query> queries, int threads, double seconds, out long allocated)
    {
        long end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        int next = -1;
        int stop = int.MaxValue;
        long bytes = 0;
        List<long>[] times = [.. Enumerable.Range(0, threads).Select(_ => new List<long>(1 << 20))];
        Thread[] workers = [.. times.Select(mine => new Thread(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            while (true)
            {
                int i = Interlocked.Increment(ref next);
                if (i % queries.Count == 0 && Stopwatch.GetTimestamp() >= end)
                {
                    InterlockedMin(ref stop, i);
                }

                if (i >= Volatile.Read(ref stop))
                {
                    break;
                }

                long from = Stopwatch.GetTimestamp();
                Search(queries[i % queries.Count]);
                mine.Add(Stopwatch.GetTimestamp() - from);
            }

            Interlocked.Add(ref bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        }))];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        allocated = bytes;
        return [.. times.SelectMany(list => list)];
    }

    private TopDocs Search(Query query) => searcher.Search(query, Hits, searchOptions);

    private static void InterlockedMin(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value < seen)
        {
            int before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    private static double Percentile(long[] sorted, double part) =>
        sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, part * sorted.Length)] * 1e6 / Stopwatch.Frequency;
}
