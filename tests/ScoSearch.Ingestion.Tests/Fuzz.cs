using System.Globalization;

namespace ScoSearch.Ingestion.Tests;

/// <summary>Damages bytes at random.</summary>
internal static class Fuzz
{
    public static int Seed { get; } = int.TryParse(
        Environment.GetEnvironmentVariable("SCOSEARCH_SEED"), CultureInfo.InvariantCulture, out int seed) ? seed : 20260;

    public static byte[] Damage(byte[] sound, Random random)
    {
        byte[] damaged = [.. sound];
        for (int n = random.Next(1, 30); n > 0 && damaged.Length > 0; n--)
        {
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
        }

        return random.Next(3) == 0 ? damaged[..random.Next(damaged.Length + 1)] : damaged;
    }
}
