using System.IO;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Analysis;

/// <summary>Every golden of Apache Lucene's SmartCn chain, token for token.</summary>
public sealed class SmartChineseGoldenTests
{
    [SharedDataTheory]
    [InlineData("seeds.jsonl", 5)]
    [InlineData("seeds-paragraphs.jsonl", 665)]
    [InlineData("edge.jsonl", 96)]
    [InlineData("cmrc-trial.jsonl", 256)]
    [InlineData("cmrc-trial-questions.jsonl", 300)]
    [InlineData("fuzz.jsonl", 800)]
    public void SmartChineseAnalyzer_Golden_EqualsLucene(string file, int rows)
    {
        using SmartChineseAnalyzer analyzer = new();

        Assert.Equal(rows, CompareAll(file, text => TokenDump.Of(analyzer, text)));
    }

    [SharedDataFact]
    public void HmmChineseTokenizer_Golden_EqualsLucene()
    {
        HmmChineseTokenizer tokenizer = new();

        int rows = CompareAll("edge-no-stop-no-stem.jsonl", text =>
        {
            tokenizer.SetText(text.AsMemory());
            tokenizer.Reset();
            return TokenDump.Of(tokenizer);
        });

        Assert.Equal(96, rows);
    }

    [SharedDataFact]
    public void SentenceSplitter_Golden_EqualsJava()
    {
        int rows = 0;
        foreach (Dictionary<string, object> row in Golden("sentences.jsonl"))
        {
            string text = (string)row["text"];
            List<object> borders = [0];
            for (int border = 0; border < text.Length;)
            {
                border = SentenceSplitter.NextBorder(text, border);
                borders.Add(border);
            }

            Assert.Equal((List<object>)row["bounds"], borders);
            rows++;
        }

        Assert.Equal(3600, rows);
    }

    [SharedDataFact]
    public void PorterStemmer_Golden_EqualsLucene()
    {
        int rows = 0;
        foreach (string line in File.ReadLines(SharedData.PathOf("golden", "smartcn", "porter.tsv")))
        {
            string[] fields = line.Split('\t');
            char[] word = fields[0].ToCharArray();

            int length = PorterStemmer.Stem(word);

            Assert.Equal(fields[1], new string(word, 0, length));
            rows++;
        }

        Assert.Equal(7077, rows);
    }

    internal static IEnumerable<Dictionary<string, object>> Golden(string file) =>
        GoldenReader.Read(SharedData.PathOf("golden", "smartcn", file));

    internal static int CompareAll(string file, Func<string, string> analyze)
    {
        int rows = 0;
        foreach (Dictionary<string, object> row in Golden(file))
        {
            Assert.Equal(TokenDump.OfGolden(row), analyze((string)row["text"]));
            rows++;
        }

        return rows;
    }
}
