using System.Diagnostics;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Benchmarks;

/// <summary>What a cold process does: open the index, analyse one question, search, print the best hit's stored id; or load the dictionary.</summary>
internal static class ColdStart
{
    /// <summary>Prints the milliseconds from the first use of the Chinese analyzer in this process to the last token of a short text.</summary>
    public static void Dictionary()
    {
        long start = Stopwatch.GetTimestamp();
        using SmartChineseAnalyzer analyzer = new();
        int words = QueryClasses.Words(analyzer, "上海合作组织成员国元首理事会").Count;
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(FormattableString.Invariant($"ready {milliseconds:0.000} {words}"));
    }

    public static void FirstHit(Options options)
    {
        string question = CorpusEntry.Read(options.Required("queries"), 1)[0].Text;
        using FSDirectory directory = FSDirectory.Open(options.Required("index"));
        using DirectoryReader reader = DirectoryReader.Open(directory);
        using SmartChineseAnalyzer analyzer = new();
        BooleanQuery.Builder query = new();
        foreach (string word in QueryClasses.Words(analyzer, question))
        {
            query.Add(new TermQuery(new Term("words", word)), Occur.Should);
        }

        TopDocs found = new IndexSearcher(reader).Search(query.Build(), 10);
        Console.WriteLine(found.ScoreDocs.Count == 0 ? "none" : "hit " + reader.GetDocument(found.ScoreDocs[0].Doc).Get("id"));
    }
}
