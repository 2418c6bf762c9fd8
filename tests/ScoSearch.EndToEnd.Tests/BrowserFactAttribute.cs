using System.IO;
using ScoSearch.TestSupport;

namespace ScoSearch.EndToEnd.Tests;

/// <summary>A fact that needs Chromium; skipped with a reason without it, unless CI demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Sets the skip reason when Chromium is missing and may be missing.</summary>
    public BrowserFactAttribute() => Skip = Missing!;

    private static string? Missing { get; } = File.Exists(Browser.ExecutablePath) || SharedData.PrerequisitesRequired
        ? null
        : $"{Browser.ExecutablePath} is missing: apt-get install chromium";
}
