using System.Globalization;

namespace ScoSearch.TestSupport;

/// <summary>Seeds of random tests: fresh each run, or the one of the environment variable SCOSEARCH_SEED.</summary>
public static class TestSeed
{
    /// <summary>The seed for a test; to be printed when it fails.</summary>
    public static int Next() =>
        int.TryParse(Environment.GetEnvironmentVariable("SCOSEARCH_SEED"), CultureInfo.InvariantCulture, out int seed)
            ? seed
            : Random.Shared.Next();
}
