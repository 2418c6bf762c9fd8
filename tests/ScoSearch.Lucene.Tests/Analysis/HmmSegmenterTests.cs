using ScoSearch.DictionaryBuilder.SmartCn;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Analysis;

public sealed class HmmSegmenterTests
{
    [SharedDataFact]
    public void Segment_RandomText_EqualsSlowTwin()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        NaiveSegmenter twin = new();
        string[] words = [.. twin.Words];
        HmmSegmenter segmenter = new();
        for (int round = 0; round < 1500; round++)
        {
            string text = RandomChinese.Next(random, random.Next(1, 24), words);

            segmenter.Clear();
            segmenter.Add(text, 0, text.Length);
            segmenter.Segment();

            Assert.True(twin.Segment(text).SequenceEqual(Words(segmenter)), $"SCOSEARCH_SEED={seed}, round {round}");
        }
    }

    [SharedDataFact]
    public void Segment_SentencesTogether_EqualsEachAlone()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        string[] words = [.. new NaiveSegmenter().Words];
        HmmSegmenter segmenter = new();
        for (int round = 0; round < 300; round++)
        {
            string[] sentences = [.. Enumerable.Range(0, random.Next(1, 8))
                .Select(_ => RandomChinese.Next(random, random.Next(1, 10), words))];
            string window = string.Concat(sentences);
            segmenter.Clear();
            int start = 0;
            List<(int, int)> expected = [];
            HmmSegmenter alone = new();
            foreach (string sentence in sentences)
            {
                segmenter.Add(window, start, start + sentence.Length);
                alone.Clear();
                alone.Add(sentence, 0, sentence.Length);
                alone.Segment();
                expected.AddRange(Words(alone).Select(word => (start + word.Start, start + word.End)));
                start += sentence.Length;
            }

            segmenter.Segment();

            Assert.True(Words(segmenter).SequenceEqual(expected), $"SCOSEARCH_SEED={seed}, round {round}");
        }
    }

    [Fact]
    public void Segment_LongestWindowOfOneUnitSentences_GivesAWordEach()
    {
        string window = new('中', SymbolSequence.MaxUnits);
        HmmSegmenter segmenter = new();
        for (int i = 0; i < window.Length; i++)
        {
            segmenter.Add(window, i, i + 1);
        }

        segmenter.Segment();

        Assert.Equal(window.Length, segmenter.WordCount);
        Assert.Equal(window.Length, segmenter.Word(window.Length - 1).End);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 17)]
    [InlineData(113_238, 2)]
    [InlineData(491_768, 90_000)]
    [InlineData(2_159_997, 237_136)]
    public void EdgeWeight_Compute_IsWithinOneUlpOfTheRuntimesLogarithm(int frequency, int pairs)
    {
        double argument = (0.1 * (1.0 + frequency) / 2159997.0)
            + (0.9 * (((1.0 - (1.0 / 2159997)) * pairs / (1.0 + frequency)) + (1.0 / 2159997)));

        double weight = EdgeWeight.Compute(frequency, pairs);

        Assert.InRange(weight, Math.BitDecrement(-Math.Log(argument)), Math.BitIncrement(-Math.Log(argument)));
    }

    [Fact]
    public void CharacterTypes_Of_EqualsDefinitionForEveryUnit()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            Assert.Equal(CharacterTypes.Classify((char)unit), CharacterTypes.Of((char)unit));
            Assert.Equal(
                CharacterTypes.Classify((char)unit) == CharacterType.Space, CharacterTypes.IsSpace((char)unit));
        }
    }

    private static List<(int Start, int End)> Words(HmmSegmenter segmenter) =>
        [.. Enumerable.Range(0, segmenter.WordCount)
            .Select(i => (segmenter.Word(i).Start, segmenter.Word(i).End))];
}
