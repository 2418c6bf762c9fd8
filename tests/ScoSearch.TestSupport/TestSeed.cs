using System.Globalization;

namespace ScoSearch.TestSupport;

/// <summary>The seed of random tests: a new one each run, or the one in the environment variable SCOSEARCH_SEED.</summary>
public static class TestSeed
{
    /// <summary>The seed of this run.</summary>
    public static int Value { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("SCOSEARCH_SEED"), CultureInfo.InvariantCulture, out int seed)
            ? seed
            : Environment.TickCount & int.MaxValue;

    /// <summary>How to run a failed test again; put it into every message of a random test.</summary>
    public static string Hint { get; } = string.Create(CultureInfo.InvariantCulture, $"SCOSEARCH_SEED={Value}");

    /// <summary>A generator for one use; the same salt and seed give the same numbers.</summary>
    public static Random NewRandom(int salt = 0) => new(unchecked(Value + (salt * 7919)));
}
