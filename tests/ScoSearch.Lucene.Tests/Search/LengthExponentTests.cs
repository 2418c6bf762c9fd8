using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Similarities;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Search;

/// <summary>What <see cref="Bm25Similarity.LengthExponent"/> does to scores and to the order of hits.</summary>
public sealed class LengthExponentTests
{
    // Twice the word in 40 words, or once in 10; the other texts make the average.
    private static readonly string[] Texts =
        [Text(2, 40), Text(1, 10), Text(0, 30), Text(0, 30), Text(0, 30), Text(0, 30)];

    [Fact]
    public void Score_OfOneTerm_IsTheFormula()
    {
        foreach (float exponent in (ReadOnlySpan<float>)[0.01f, 0.5f, 0.7f, 1])
        {
            const float K1 = 1.2f;
            const float B = 0.75f;
            double average = Texts.Average(text => text.Split(' ').Length);

            (int Doc, float Score)[] hits = Search(new Bm25Similarity(K1, B) { LengthExponent = exponent });

            double idf = Math.Log(1 + ((Texts.Length - 2 + 0.5) / 2.5));
            double Expected(int freq, int length) =>
                idf * freq / (freq + (K1 * (1 - B + (B * Math.Pow(length / average, exponent)))));

            // Some roundings to float (2^-24 each) on the way; lengths up to 40 are stored exactly.
            Assert.Equal(Expected(2, 40), hits.Single(hit => hit.Doc == 0).Score, 1e-6);
            Assert.Equal(Expected(1, 10), hits.Single(hit => hit.Doc == 1).Score, 1e-6);
        }
    }

    [Fact]
    public void Order_OfALongAndAShortText_TurnsWithTheExponent()
    {
        Assert.Equal([1, 0], Search(new Bm25Similarity(2, 1)).Select(hit => hit.Doc));
        Assert.Equal([0, 1], Search(new Bm25Similarity(2, 1) { LengthExponent = 0.1f }).Select(hit => hit.Doc));
    }

    [Fact]
    public void PrunedScores_AreThoseOfTheDefinition()
    {
        Bm25Similarity similarity = new(0.22f, 0.55f) { LengthExponent = 0.7f };

        Assert.Equal(Search(similarity, exhaustive: true), Search(similarity));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(1.0001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void LengthExponent_OutOfRange_IsRefused(double exponent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Bm25Similarity { LengthExponent = (float)exponent });

    [Fact]
    public void LengthExponent_IsPartOfEqualityAndText()
    {
        Bm25Similarity plain = new(0.5f, 0.5f);
        Bm25Similarity bent = new(0.5f, 0.5f) { LengthExponent = 0.7f };

        Assert.NotEqual(plain, bent);
        Assert.Equal(bent, new Bm25Similarity(0.5f, 0.5f) { LengthExponent = 0.7f });
        Assert.Equal(plain, new Bm25Similarity(0.5f, 0.5f) { LengthExponent = 1 });
        Assert.Contains("0.7", bent.ToString(), StringComparison.Ordinal);
    }

    private static string Text(int hits, int length) =>
        string.Join(' ', Enumerable.Repeat("word", hits).Concat(Enumerable.Repeat("other", length - hits)));

    private static (int Doc, float Score)[] Search(Bm25Similarity similarity, bool exhaustive = false)
    {
        NaiveDocument[] documents = [.. Texts.Select(text => new NaiveDocument().AddText("f", text))];
        IndexSearcher searcher = new(
            new NaiveIndexReader([documents]), new IndexSearcherOptions { Similarity = similarity, Exhaustive = exhaustive });
        return [.. searcher.Search(new TermQuery(new Term("f", "word")), 10).ScoreDocs.Select(hit => (hit.Doc, hit.Score))];
    }
}
