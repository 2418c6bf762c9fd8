using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ScoSearch.Core;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Suggesting;
using ScoSearch.Core.Variants;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Benchmarks;

/// <summary>Completion while typing: what the first call costs in time and memory, and every key stroke after it.</summary>
internal static class SuggestBench
{
    // Words are taken at even distances, so that rare ones are typed as well as frequent ones.
    private const int Words = 500;

    public static JsonObject Run(Options options)
    {
        string path = options.Required("index");
        DictionarySet dictionaries = DictionarySet.LoadBeside(path);
        using ScoSearchIndex index = ScoSearchIndex.Open(path, dictionaries);
        long memory = GC.GetTotalMemory(forceFullCollection: true);
        long started = Stopwatch.GetTimestamp();
        index.Suggest(new SuggestRequest("中"));
        double first = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        memory = GC.GetTotalMemory(forceFullCollection: true) - memory;

        List<string> typed = Typed(path, dictionaries);
        typed.ForEach(text => index.Suggest(new SuggestRequest(text)));
        List<double> times = [];
        int found = 0;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        foreach (string text in typed)
        {
            long from = Stopwatch.GetTimestamp();
            found += index.Suggest(new SuggestRequest(text)).Suggestions.Count;
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        (double median, double p99, double max) = Percentiles.Of(times);
        return new JsonObject
        {
            ["paragraphs"] = index.ParagraphCount,
            ["firstMs"] = Round(first),
            ["memoryMb"] = Round(memory / 1048576.0),
            ["strokes"] = typed.Count,
            ["suggestions"] = found,
            ["medianMs"] = Round(median),
            ["p99Ms"] = Round(p99),
            ["maxMs"] = Round(max),
            ["bytesAStroke"] = allocated / typed.Count,
        };
    }

    /// <summary>Every beginning of words, as characters, as pinyin and as first letters.</summary>
    private static List<string> Typed(string path, DictionarySet dictionaries)
    {
        using FSDirectory directory = FSDirectory.Open(path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        VocabularyEntry[] entries = Vocabulary.Read(reader, new ParagraphAnalysis(dictionaries), CancellationToken.None).Entries;
        List<string> typed = [];
        for (int i = 0; i < entries.Length; i += Math.Max(1, entries.Length / Words))
        {
            AddBeginnings(typed, entries[i].Text);
            if (PinyinReader.Read(entries[i].Key) is [string reading, ..])
            {
                AddBeginnings(typed, string.Concat(reading.Select(PinyinTable.Instance.LettersOf)));
                AddBeginnings(typed, PinyinReader.InitialsOf(reading));
            }
        }

        return typed;
    }

    private static void AddBeginnings(List<string> typed, string text)
    {
        for (int length = 1; length <= Math.Min(12, text.Length); length++)
        {
            typed.Add(text[..length]);
        }
    }

    private static double Round(double value) => double.Parse(value.ToString("0.####", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
