using System.Diagnostics;
using System.Text.Json.Nodes;
using ScoSearch.Core;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Benchmarks;

/// <summary>
/// What the product's ranking costs beside a plain query of the same words over the word field, on the same index, question by
/// question in turn; and what filters add. One thread, warm. From the text of the question to the best ten, hits not read.
/// </summary>
internal static class RankingBench
{
    private const string WordField = "words";
    private const int Depth = 10;

    private static readonly (string Name, string? Filter)[] Requests =
    [
        ("default", null),
        ("filterKind", "kind = body"),
        ("filterDate", "date >= 2020-01-01"),
        ("filterNotKind", "NOT kind = heading"),
    ];

    public static JsonObject Run(Options options)
    {
        string path = options.Required("index");
        List<CorpusEntry> questions = CorpusEntry.Read(options.Required("queries"), options.Integer("query-limit", 1000));
        int rounds = options.Integer("rounds", 3);
        using ScoSearchIndex index = ScoSearchIndex.Open(path);
        using FSDirectory directory = FSDirectory.Open(path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        IndexSearcher searcher = new(reader);
        SmartChineseAnalyzer analyzer = new();
        Dictionary<string, List<double>> times = Requests.Select(r => r.Name).Append("oneFieldOr").ToDictionary(name => name, _ => new List<double>());
        Dictionary<string, long> allocated = times.Keys.ToDictionary(name => name, _ => 0L);
        for (int round = 0; round <= rounds; round++)
        {
            // The first round warms up.
            bool counts = round > 0;
            foreach (CorpusEntry question in questions)
            {
                Measure("oneFieldOr", counts, () => searcher.Search(Plain(analyzer, question.Text), Depth));
                foreach ((string name, string? filter) in Requests)
                {
                    SearchRequest request = new(question.Text) { Filter = filter, Limit = Depth, Highlight = false, Profile = true };
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    SearchProfile profile = index.Search(request).Profile!;
                    if (counts)
                    {
                        times[name].Add(profile.ParseMs + profile.SearchMs);
                        allocated[name] += GC.GetAllocatedBytesForCurrentThread() - before;
                    }
                }
            }
        }

        return Describe(index.ParagraphCount, questions.Count, times, allocated);

        void Measure(string name, bool counts, Func<object> run)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long started = Stopwatch.GetTimestamp();
            _ = run();
            double took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (counts)
            {
                times[name].Add(took);
                allocated[name] += GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }
    }

    private static BooleanQuery Plain(SmartChineseAnalyzer analyzer, string text)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        TokenStream stream = analyzer.GetTokenStream(WordField, text);
        while (stream.MoveNext())
        {
            words.Add(stream.Token.Term.ToString());
        }

        stream.End();
        BooleanQuery.Builder any = new();
        foreach (string word in words)
        {
            any.Add(new TermQuery(new Term(WordField, word)), Occur.Should);
        }

        return any.Build();
    }

    private static JsonObject Describe(
        int paragraphs, int questions, Dictionary<string, List<double>> times, Dictionary<string, long> allocated)
    {
        JsonObject result = new() { ["paragraphs"] = paragraphs, ["queries"] = questions };
        times["oneFieldOr"].Sort();
        foreach ((string name, List<double> all) in times)
        {
            all.Sort();
            JsonObject row = new() { ["allocatedBytesPerQuery"] = allocated[name] / Math.Max(1, all.Count) };
            foreach ((string quantile, double share) in (ReadOnlySpan<(string, double)>)[("p50", 0.5), ("p95", 0.95), ("p99", 0.99)])
            {
                row[quantile + "Us"] = Math.Round(1000 * At(all, share), 1);
                row[quantile + "Ratio"] = Math.Round(At(all, share) / At(times["oneFieldOr"], share), 2);
            }

            result[name] = row;
        }

        return result;
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
