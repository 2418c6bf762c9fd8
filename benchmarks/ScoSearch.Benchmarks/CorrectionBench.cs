using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Variants;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Benchmarks;

/// <summary>How often and how fast queries are corrected. Of questions known to be right, every correction is a false alarm.</summary>
internal static class CorrectionBench
{
    private const int Samples = 40;

    public static JsonObject Run(Options options)
    {
        string path = options.Required("index");
        List<CorpusEntry> queries = CorpusEntry.Read(options.Required("queries"), options.Integer("limit", int.MaxValue));
        using FSDirectory directory = FSDirectory.Open(path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        SnapshotVariants variants = new(reader, new ParagraphAnalysis(DictionarySet.LoadBeside(path)));
        queries.ForEach(query => variants.Correct(query.Text, CancellationToken.None));
        List<double> times = [];
        JsonArray samples = [];
        int corrected = 0;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        foreach (CorpusEntry query in queries)
        {
            long from = Stopwatch.GetTimestamp();
            QueryCorrection? correction = variants.Correct(query.Text, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            if (correction is not null && corrected++ < Samples)
            {
                samples.Add($"{query.Text} -> {correction.Text}");
            }
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        (double median, double p99, double max) = Percentiles.Of(times);
        return new JsonObject
        {
            ["paragraphs"] = reader.NumDocs,
            ["queries"] = queries.Count,
            ["corrected"] = corrected,
            ["rate"] = (corrected / (double)queries.Count).ToString("0.0000", CultureInfo.InvariantCulture),
            ["medianMs"] = Math.Round(median, 4),
            ["p99Ms"] = Math.Round(p99, 4),
            ["maxMs"] = Math.Round(max, 4),
            ["bytesAQuery"] = allocated / queries.Count,
            ["samples"] = samples,
        };
    }
}
