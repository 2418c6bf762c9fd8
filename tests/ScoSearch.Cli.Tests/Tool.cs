using System.Diagnostics;
using System.IO;
using System.Text;

namespace ScoSearch.Cli.Tests;

/// <summary>The real built tool, run in a folder of its own.</summary>
internal sealed class Tool(string folder)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "scosearch.dll");

    /// <summary>Runs the tool to its end.</summary>
    public ToolResult Run(params string[] arguments) => Run(null, [], arguments);

    /// <summary>Runs the tool with standard input and environment variables.</summary>
    public ToolResult Run(string? input, (string Name, string Value)[] environment, params string[] arguments)
    {
        using Process process = Start(environment, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using (Stream stream = process.StandardInput.BaseStream)
        {
            stream.Write(Encoding.UTF8.GetBytes(input ?? ""));
        }

        if (!process.WaitForExit(TimeLimit))
        {
            process.Kill();
            throw new TimeoutException($"scosearch {string.Join(' ', arguments)} did not end");
        }

        return new ToolResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts the tool; the caller ends it.</summary>
    public Process Start((string Name, string Value)[] environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Assembly);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (string name in (string[])["SCOSEARCH_INDEX", "SCOSEARCH_DICTIONARIES", "LC_ALL", "LC_MESSAGES", "NO_COLOR"])
        {
            start.Environment.Remove(name);
        }

        start.Environment["LANG"] = "en_US.UTF-8";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
