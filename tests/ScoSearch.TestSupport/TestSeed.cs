using System.Globalization;

namespace ScoSearch.TestSupport;

/// <summary>Seeds of random tests: new ones each run, or the one in the environment variable SCOSEARCH_SEED.</summary>
public static class TestSeed
{
    private static readonly int? Given =
        int.TryParse(Environment.GetEnvironmentVariable("SCOSEARCH_SEED"), CultureInfo.InvariantCulture, out int seed)
            ? seed
            : null;

    /// <summary>The seed of this run, the same for all tests that use it.</summary>
    public static int Value { get; } = Given ?? Random.Shared.Next();

    /// <summary>How to run a failed test again; put it into every message of a random test that uses the run's seed.</summary>
    public static string Hint { get; } = string.Create(CultureInfo.InvariantCulture, $"SCOSEARCH_SEED={Value}");

    /// <summary>How many seeds a test tries that has a choice: 1, or the environment variable SCOSEARCH_ROUNDS.</summary>
    public static int Rounds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("SCOSEARCH_ROUNDS"), CultureInfo.InvariantCulture, out int rounds)
            ? Math.Max(1, rounds)
            : 1;

    /// <summary>A generator from the run's seed; the same salt and seed give the same numbers.</summary>
    public static Random NewRandom(int salt = 0) => new(unchecked(Value + (salt * 7919)));

    /// <summary>A seed of one test's own; to be printed when it fails.</summary>
    public static int Next() => Given ?? Random.Shared.Next();
}
