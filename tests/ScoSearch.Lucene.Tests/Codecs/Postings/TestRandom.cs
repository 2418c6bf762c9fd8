using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

/// <summary>A seeded source of randomness: the seed is printed, and SCOSEARCH_SEED sets it.</summary>
internal static class TestRandom
{
    public static Random Create(ITestOutputHelper output, int defaultSeed)
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("SCOSEARCH_SEED"), out int given) ? given : defaultSeed;
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        return new Random(seed);
    }
}
