using System.IO;
using ScoSearch.TestSupport;

namespace ScoSearch.Api.Tests;

/// <summary>A theory that runs commands with curl; skipped with a reason without it, unless CI demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CurlTheoryAttribute : TheoryAttribute
{
    /// <summary>Sets the skip reason when curl is missing and may be missing.</summary>
    public CurlTheoryAttribute() => Skip = Missing!;

    private static string? Missing { get; } =
        SharedData.PrerequisitesRequired || (File.Exists("/usr/bin/curl") && File.Exists("/bin/bash"))
            ? null
            : "curl is not installed (Debian package curl)";
}
