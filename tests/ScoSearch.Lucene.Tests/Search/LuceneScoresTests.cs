using System.Globalization;
using System.IO;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Search;

/// <summary>Hits and score bits against tests/data/lucene-scores, written by Apache Lucene with the program beside the data.</summary>
public sealed class LuceneScoresTests
{
    [Fact]
    public void Search_EveryQuery_GivesLucenesHitsAndScoreBits()
    {
        string path = Path.Combine(SharedData.RepositoryRoot!, "tests", "data", "lucene-scores", "scores.txt");
        string[] lines = File.ReadAllLines(path);
        NaiveDocument[] documents =
            [.. lines.Where(IsDocument).Select(line => new NaiveDocument().AddText("f", line["doc ".Length..]))];
        string[] queries = [.. lines.Where(line => !IsDocument(line))];
        IndexSearcher pruned = new(new NaiveIndexReader([documents], blockSize: 4));
        IndexSearcher segmented = new(new NaiveIndexReader(documents.Chunk(37), blockSize: 4));
        SearchOptions few = new() { TotalHitsThreshold = 0 };

        Assert.Equal(200, documents.Length);
        Assert.Equal(120, queries.Length);
        Assert.All(queries, line =>
        {
            string[] parts = line.Split(" =>");
            Query query = Parse(parts[0].Split(' '));
            Assert.Equal(parts[1].Trim(), Format(pruned.Search(query, 8, few)));
            Assert.Equal(parts[1].Trim(), Format(segmented.Search(query, 8, few)));
        });
    }

    private static bool IsDocument(string line) => line.StartsWith("doc ", StringComparison.Ordinal);

    private static string Format(TopDocs hits) => string.Join(' ', hits.ScoreDocs.Select(hit =>
        string.Create(CultureInfo.InvariantCulture, $"{hit.Doc}:{BitConverter.SingleToInt32Bits(hit.Score)}")));

    private static Query Parse(string[] parts)
    {
        string[] words = parts[1..];
        Term[] terms = [.. words.Select(word => new Term("f", word))];
        TermQuery[] queries = [.. terms.Select(term => new TermQuery(term))];
        return parts[0] switch
        {
            "term" => queries[0],
            "or" => All(queries, Occur.Should),
            "and" => All(queries, Occur.Must),
            "phrase" => new PhraseQuery("f", words[0], words[1]),
            "sloppy" => new PhraseQuery(4, "f", words),
            "prefix" => new PrefixQuery(new Term("f", words[0][..2])),
            "fuzzy" => new FuzzyQuery(terms[0], 1),
            "synonym" => new SynonymQuery([(terms[0], 1f), (terms[1], 0.5f)]),
            "dismax" => new DisjunctionMaxQuery(queries, 0.25f),
            _ => new BooleanQuery.Builder().Add(new BoostQuery(queries[0], 2), Occur.Must)
                .Add(queries[1], Occur.Should).Add(queries[2], Occur.Should).Build(),
        };
    }

    private static BooleanQuery All(TermQuery[] queries, Occur occur)
    {
        BooleanQuery.Builder builder = new();
        foreach (TermQuery query in queries)
        {
            builder.Add(query, occur);
        }

        return builder.Build();
    }
}
