namespace ScoSearch.Benchmarks;

/// <summary>Times in milliseconds, summarised.</summary>
internal static class Percentiles
{
    /// <summary>Median, 99th percentile and greatest.</summary>
    public static (double Median, double P99, double Max) Of(List<double> times)
    {
        times.Sort();
        return (times[times.Count / 2], times[times.Count * 99 / 100], times[^1]);
    }
}
