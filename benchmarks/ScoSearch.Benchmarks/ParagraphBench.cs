using System.Diagnostics;
using System.IO;
using System.Runtime;
using System.Text.Json.Nodes;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Benchmarks;

/// <summary>
/// Bytes of files a second turned into paragraphs: decoded, split, reconstructed and verified; one thread, warm.
/// </summary>
internal static class ParagraphBench
{
    private const double BytesPerMegabyte = 1e6;

    /// <summary>Measures every file by itself, then all of them together.</summary>
    public static JsonObject Run(Options options)
    {
        string[] paths = [.. options.Required("files").Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
        byte[][] files = [.. paths.Select(p => Repeated(File.ReadAllBytes(p), options.Integer("repeat", 1)))];
        int rounds = options.Integer("rounds", 5);
        GCSettings.LatencyMode = GCLatencyMode.Batch; // as in the command line tool: no collection beside the work
        double warmUp = options.Number("warmup", 3);
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < warmUp)
        {
            Array.ForEach(files, f => Paragraphs(f));
        }

        JsonObject byFile = [];
        double seconds = 0, bytes = 0;
        for (int i = 0; i < files.Length; i++)
        {
            (double median, int paragraphs, long allocated) = Measure(files[i], rounds);
            seconds += median;
            bytes += files[i].Length;
            byFile[Path.GetFileName(paths[i])] = new JsonObject
            {
                ["bytes"] = files[i].Length,
                ["paragraphs"] = paragraphs,
                ["megabytesPerSecond"] = Math.Round(files[i].Length / BytesPerMegabyte / median, 1),
                ["allocatedMegabytesPerMegabyte"] = Math.Round((double)allocated / files[i].Length, 1),
            };
        }

        return new JsonObject
        {
            ["files"] = byFile,
            ["megabytesPerSecond"] = Math.Round(bytes / BytesPerMegabyte / seconds, 1),
            ["peakKiB"] = ProcessMemory.Peak(),
        };
    }

    private static byte[] Repeated(byte[] content, int times)
    {
        byte[] all = new byte[content.Length * times];
        for (int i = 0; i < times; i++)
        {
            content.CopyTo(all, i * content.Length);
        }

        return all;
    }

    private static (double Median, int Paragraphs, long Allocated) Measure(byte[] file, int rounds)
    {
        double[] times = new double[rounds];
        int paragraphs = 0;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < rounds; i++)
        {
            long from = Stopwatch.GetTimestamp();
            paragraphs = Paragraphs(file);
            times[i] = Stopwatch.GetElapsedTime(from).TotalSeconds;
        }

        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / rounds;
        Array.Sort(times);
        return (times[rounds / 2], paragraphs, allocated);
    }

    private static int Paragraphs(byte[] file)
    {
        SourceDocument document = SourceDocument.FromBytes("benchmark", file);
        ExtractedText text = new PlainTextReader().Read(document, new ReadingOptions(), CancellationToken.None)[0];
        return ParagraphReconstructor.Reconstruct(text).Paragraphs.Count;
    }
}
