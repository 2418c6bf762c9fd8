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

            segmenter.Segment(text);

            List<(int, int)> actual = [];
            for (int i = 0; i < segmenter.WordCount; i++)
            {
                actual.Add((segmenter.Word(i).Start, segmenter.Word(i).End));
            }

            Assert.True(twin.Segment(text).SequenceEqual(actual), $"SCOSEARCH_SEED={seed}, round {round}");
        }
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
}
