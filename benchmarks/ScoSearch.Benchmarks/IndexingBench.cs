using System.Diagnostics;
using System.Text.Json.Nodes;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.Cjk;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Index.Merging;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Benchmarks;

/// <summary>Paragraphs a second, bytes of the index, peak memory. Each run makes the index anew in the same process.</summary>
internal static class IndexingBench
{
    public static JsonObject Run(Options options)
    {
        List<CorpusEntry> corpus = CorpusEntry.Read(options.Required("corpus"), options.Integer("docs", int.MaxValue));
        int threads = options.Integer("threads", 1);
        int runs = options.Integer("index-runs", 2);
        long baseKiB = ProcessMemory.Now();
        double[] seconds = new double[runs];
        double[] cpuSeconds = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            TimeSpan cpu = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            Build(options, corpus, threads);
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            cpuSeconds[i] = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        }

        return new JsonObject
        {
            ["threads"] = threads,
            ["paragraphs"] = corpus.Count,
            ["characters"] = corpus.Sum(entry => (long)entry.Text.Length),
            ["seconds"] = new JsonArray([.. seconds.Select(s => JsonValue.Create(s))]),
            ["cpuSeconds"] = new JsonArray([.. cpuSeconds.Select(s => JsonValue.Create(s))]),
            ["paragraphsPerSecond"] = corpus.Count / seconds.Min(),
            ["indexBytes"] = IndexBytes(options),
            ["corpusKiB"] = baseKiB,
            ["peakKiB"] = ProcessMemory.Peak(),
        };
    }

    private static void Build(Options options, List<CorpusEntry> corpus, int threads)
    {
        bool bigrams = options.Flag("bigrams", true);
        bool stored = options.Flag("stored", true);
        using FSDirectory directory = FSDirectory.Open(options.Required("index"));
        using SmartChineseAnalyzer words = new();
        using CjkAnalyzer pairs = new(stopWords: []);
        using PerFieldAnalyzer analyzer = new(words, new Dictionary<string, Analyzer> { ["bigrams"] = pairs });
        using IndexWriter writer = new(directory, Configure(options, analyzer));
        int next = -1;
        Exception? failure = null;
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            try
            {
                for (int i = Interlocked.Increment(ref next); i < corpus.Count; i = Interlocked.Increment(ref next))
                {
                    writer.AddDocument(CreateDocument(corpus[i], bigrams, stored));
                }
            }
            catch (System.IO.IOException e)
            {
                failure = e;
            }
        }))];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        if (failure is not null)
        {
            throw new InvalidOperationException("indexing failed", failure);
        }

        if (options.Integer("force-merge", 0) is > 0 and int segments)
        {
            writer.ForceMerge(segments);
        }

        writer.Commit();
    }

    private static Document CreateDocument(CorpusEntry entry, bool bigrams, bool stored)
    {
        Document document = new();
        document.Add(new StringField("id", entry.Id, stored: true));
        document.Add(new TextField("words", entry.Text));
        if (bigrams)
        {
            document.Add(new TextField("bigrams", entry.Text));
        }

        if (stored)
        {
            document.Add(new StoredField("text", entry.Text));
        }

        return document;
    }

    private static IndexWriterConfig Configure(Options options, Analyzer analyzer) => new(analyzer)
    {
        OpenMode = OpenMode.Create,
        RamBufferSizeMB = options.Number("ram", 64),
        UseCompoundFile = options.Flag("compound", false),
        MergePolicy = options.Get("merge", "tiered") == "none" ? new NoMergePolicy() : new TieredMergePolicy(),
        MergeThreads = options.Get("scheduler", "concurrent") == "serial" ? 0 : 1,
    };

    private static long IndexBytes(Options options)
    {
        using FSDirectory directory = FSDirectory.Open(options.Required("index"));
        return directory.ListAll().Sum(directory.FileLength);
    }
}
