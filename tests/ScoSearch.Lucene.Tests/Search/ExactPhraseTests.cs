using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Lucene.Tests.Search;

/// <summary>Frequencies of exact phrases in a written index, against counting them in the texts.</summary>
public sealed class ExactPhraseTests
{
    private readonly int _seed = TestSeed.Next();

    [Fact]
    public void PhraseFreq_RandomTexts_IsTheNumberOfPlaces()
    {
        Random random = new(_seed);

        // Mostly short paragraphs; some with more occurrences of a term than a block, than are compared at once and than
        // are read at once.
        string[][] texts = [.. Enumerable.Range(0, 700).Select(i => RandomTerms(random, i switch
        {
            < 600 => random.Next(1, 30),
            < 690 => random.Next(30, 400),
            _ => random.Next(9_000, 20_000),
        }))];
        using ByteBuffersDirectory directory = Write(texts);
        using DirectoryReader reader = DirectoryReader.Open(directory);

        for (int round = 0; round < 60; round++)
        {
            AssertFrequencies(reader, RandomPhrase(random), texts);
        }
    }

    [Fact]
    public void PhraseFreq_SameTermTwiceAtOnePlace_Matches()
    {
        string[][] texts = [["a", "b"], .. Enumerable.Repeat<string[]>(["b"], 9)];
        using ByteBuffersDirectory directory = Write(texts);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        PhraseQuery phrase = new PhraseQuery.Builder().Add(new Term("f", "a"), 0).Add(new Term("f", "a"), 0)
            .Add(new Term("f", "b"), 1).Build();

        AssertFrequencies(reader, phrase, texts);
    }

    private static string[] RandomTerms(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => ((char)('a' + (random.Next(4) * random.Next(3)))).ToString())];

    private static PhraseQuery RandomPhrase(Random random)
    {
        PhraseQuery.Builder builder = new();
        int position = random.Next(3);
        for (int i = random.Next(2, 5); i > 0; i--)
        {
            builder.Add(new Term("f", ((char)('a' + (random.Next(4) * random.Next(2)))).ToString()), position);
            position += random.Next(4) == 0 ? 2 : 1;
        }

        return builder.Build();
    }

    private static ByteBuffersDirectory Write(string[][] texts)
    {
        ByteBuffersDirectory directory = new();
        using IndexWriter writer = new(directory, new IndexWriterConfig(new SpaceAnalyzer()) { MergeThreads = 0 });
        foreach (string[] text in texts)
        {
            writer.AddDocument([new TextField("f", string.Join(' ', text))]);
        }

        writer.Commit();
        return directory;
    }

    private void AssertFrequencies(DirectoryReader reader, PhraseQuery phrase, string[][] texts)
    {
        IndexSearcher searcher = new(reader);
        Weight weight = searcher.CreateWeight(phrase, ScoreMode.Complete, default);
        float[] actual = new float[texts.Length];
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (weight.GetScorer(leaf) is PhraseScorer scorer)
            {
                for (int docId = scorer.NextDoc(); docId != DocIdCursor.Exhausted; docId = scorer.NextDoc())
                {
                    actual[leaf.DocBase + docId] = scorer.PhraseFreq();
                }
            }
        }

        float[] expected = [.. texts.Select(text => (float)CountPlaces(text, phrase))];
        Assert.True(expected.SequenceEqual(actual), $"{phrase}: SCOSEARCH_SEED={_seed}");
    }

    private static int CountPlaces(string[] text, PhraseQuery phrase)
    {
        int count = 0;
        for (int start = -phrase.Positions[0]; start < text.Length; start++)
        {
            bool matches = true;
            for (int i = 0; i < phrase.Terms.Count && matches; i++)
            {
                int at = start + phrase.Positions[i];
                matches = at >= 0 && at < text.Length && text[at] == phrase.Terms[i].Text;
            }

            count += matches ? 1 : 0;
        }

        return count;
    }
}
