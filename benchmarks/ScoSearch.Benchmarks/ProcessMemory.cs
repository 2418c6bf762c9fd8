using System.Globalization;
using System.IO;

namespace ScoSearch.Benchmarks;

/// <summary>The kernel's account of this process's memory, in KiB; 0 where there is no such account.</summary>
internal static class ProcessMemory
{
    public static long Now() => Read("VmRSS:");

    public static long Peak() => Read("VmHWM:");

    private static long Read(string name)
    {
        if (!File.Exists("/proc/self/status"))
        {
            return 0;
        }

        string? line = File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return line is null
            ? 0
            : long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
    }
}
