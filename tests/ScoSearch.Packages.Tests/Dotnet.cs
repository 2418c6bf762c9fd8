using System.Diagnostics;
using System.IO;
using System.Text;

namespace ScoSearch.Packages.Tests;

/// <summary>Runs programs to their end and checks that they succeed.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs <c>dotnet</c>.</summary>
    public static string Run(string folder, params string[] arguments) => RunProgram("dotnet", folder, arguments);

    /// <summary>Runs a program.</summary>
    /// <returns>Its output.</returns>
    public static string RunProgram(string program, string folder, params string[] arguments)
    {
        using Process process = Start(program, folder, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(Limit);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        string all = output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult();
        Assert.True(ended && process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {(ended ? process.ExitCode : -1)}\n{all}");
        return all;
    }

    /// <summary>Starts a program.</summary>
    public static Process Start(string program, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };

        // What the surrounding test run sets for its own build must not leak into the builds here.
        foreach (string name in (string[])["MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath", "SCOSEARCH_INDEX", "SCOSEARCH_SERVICE"])
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start) ?? throw new IOException($"{program} did not start");
    }
}
