using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ScoSearch.Benchmarks;

/// <summary>Every measurement, each in a fresh process, in one JSON object.</summary>
internal static class AllMeasurements
{
    public static JsonObject Run(Options options)
    {
        JsonObject result = new()
        {
            ["engine"] = "ScoSearch.Lucene",
            ["runtime"] = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
            ["analysis"] = Child("analysis", options),
        };
        foreach (int threads in (ReadOnlySpan<int>)[1, 2])
        {
            result[FormattableString.Invariant($"indexing{threads}")] = Child("indexing", options, "--threads", Text(threads));
        }

        foreach (int threads in (ReadOnlySpan<int>)[1, 2])
        {
            result[FormattableString.Invariant($"search{threads}")] = Child("search", options, "--threads", Text(threads));
        }

        result["coldStartMs"] = MeasureColdStart(options);
        result["dictionaryMs"] = MeasureDictionary(options);
        return result;
    }

    private static JsonArray MeasureColdStart(Options options)
    {
        double[] times = new double[options.Integer("cold-runs", 5)];
        for (int i = 0; i < times.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            using Process process = Start("first-hit", options);
            string? line = process.StandardOutput.ReadLine();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            process.WaitForExit();
            if (line is null || !line.StartsWith("hit ", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"the cold process found nothing: {line}");
            }
        }

        Array.Sort(times);
        return new JsonArray([.. times.Select(t => JsonValue.Create(t))]);
    }

    private static JsonArray MeasureDictionary(Options options)
    {
        double[] times = new double[options.Integer("cold-runs", 5)];
        for (int i = 0; i < times.Length; i++)
        {
            using Process process = Start("dictionary", options);
            string[] parts = (process.StandardOutput.ReadLine() ?? "").Split(' ');
            process.WaitForExit();
            times[i] = parts is ["ready", string milliseconds, _]
                ? double.Parse(milliseconds, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException("the dictionary was not loaded");
        }

        Array.Sort(times);
        return new JsonArray([.. times.Select(t => JsonValue.Create(t))]);
    }

    private static JsonNode Child(string command, Options options, params string[] more)
    {
        using Process process = Start(command, options, more);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonNode.Parse(output)!
            : throw new InvalidOperationException($"the measurement '{command}' has failed");
    }

    private static Process Start(string command, Options options, params string[] more)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(AllMeasurements).Assembly.Location);
        }

        foreach (string argument in (IEnumerable<string>)[command, .. options.Arguments, .. more])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("no process was started");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
