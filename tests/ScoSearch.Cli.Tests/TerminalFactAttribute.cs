using System.IO;
using ScoSearch.TestSupport;

namespace ScoSearch.Cli.Tests;

/// <summary>A fact that needs a terminal, which util-linux's script makes; skipped with a reason without it, unless CI demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TerminalFactAttribute : FactAttribute
{
    /// <summary>Sets the skip reason when script is missing and may be missing.</summary>
    public TerminalFactAttribute() => Skip = Missing!;

    private static string? Missing { get; } =
        SharedData.PrerequisitesRequired || File.Exists("/usr/bin/script")
            ? null
            : "script is not installed (Debian package bsdutils)";
}
