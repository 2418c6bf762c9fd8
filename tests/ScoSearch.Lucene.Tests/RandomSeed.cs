using System.Globalization;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests;

/// <summary>Random numbers of a test: the seed is printed, and SCOSEARCH_SEED repeats a failed run.</summary>
internal static class RandomSeed
{
    public static Random Create(ITestOutputHelper output)
    {
        string? given = Environment.GetEnvironmentVariable("SCOSEARCH_SEED");
        int seed = string.IsNullOrEmpty(given)
            ? Random.Shared.Next()
            : int.Parse(given, CultureInfo.InvariantCulture);
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        return new Random(seed);
    }
}
