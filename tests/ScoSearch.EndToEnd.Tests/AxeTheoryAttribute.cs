using System.IO;
using ScoSearch.TestSupport;

namespace ScoSearch.EndToEnd.Tests;

/// <summary>A theory that needs Chromium and axe-core; skipped with a reason without them, unless CI demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AxeTheoryAttribute : TheoryAttribute
{
    /// <summary>Sets the skip reason when something is missing and may be missing.</summary>
    public AxeTheoryAttribute() => Skip = Missing!;

    /// <summary>The script of axe-core.</summary>
    public static string Script { get; } = Path.Combine(
        SharedData.RepositoryRoot ?? "", "tests", "ScoSearch.EndToEnd.Tests", "node_modules", "axe-core", "axe.min.js");

    private static string? Missing { get; } =
        SharedData.PrerequisitesRequired || (File.Exists(Script) && File.Exists(Browser.ExecutablePath))
            ? null
            : "axe-core or chromium is missing: npm install in tests/ScoSearch.EndToEnd.Tests, apt-get install chromium";
}
