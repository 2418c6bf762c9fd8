using System.Diagnostics;
using System.Text.Json.Nodes;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.SmartCn;

namespace ScoSearch.Benchmarks;

/// <summary>Characters (UTF-16 units) a second through SmartChineseAnalyzer: one thread, warm; bytes allocated.</summary>
internal static class AnalysisBench
{
    public static JsonObject Run(Options options)
    {
        List<CorpusEntry> corpus = CorpusEntry.Read(options.Required("corpus"), options.Integer("analysis-docs", 5000));
        using SmartChineseAnalyzer analyzer = new();
        double warmUp = options.Number("warmup", 5);
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < warmUp)
        {
            Pass(analyzer, corpus);
        }

        int rounds = options.Integer("rounds", 3);
        double[] rates = new double[rounds];
        (long Characters, long Tokens, long Units) counts = default;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < rounds; i++)
        {
            long from = Stopwatch.GetTimestamp();
            counts = Pass(analyzer, corpus);
            rates[i] = counts.Characters / Stopwatch.GetElapsedTime(from).TotalSeconds;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(rates);
        return new JsonObject
        {
            ["texts"] = corpus.Count,
            ["characters"] = counts.Characters,
            ["tokens"] = counts.Tokens,
            ["termUnits"] = counts.Units,
            ["charactersPerSecond"] = rates[rounds / 2],
            ["rates"] = new JsonArray([.. rates.Select(r => JsonValue.Create(r))]),
            ["allocatedBytes"] = allocated,
            ["peakKiB"] = ProcessMemory.Peak(),
        };
    }

    private static (long Characters, long Tokens, long Units) Pass(Analyzer analyzer, List<CorpusEntry> corpus)
    {
        long characters = 0;
        long tokens = 0;
        long units = 0;
        foreach (CorpusEntry entry in corpus)
        {
            characters += entry.Text.Length;
            TokenStream stream = analyzer.GetTokenStream("words", entry.Text.AsMemory());
            while (stream.MoveNext())
            {
                tokens++;
                units += stream.Token.Length;
            }

            stream.End();
        }

        return (characters, tokens, units);
    }
}
