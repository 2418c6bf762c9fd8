using System.Diagnostics;
using System.IO;
using System.Text.Json;
using System.Text.RegularExpressions;
using ScoSearch.TestSupport;

namespace ScoSearch.Api.Tests;

/// <summary>The commands that the documents show, run as they stand there, by curl against the running service.</summary>
public sealed partial class DocumentedExamplesTests : IClassFixture<ServiceFixture>, IDisposable
{
    private const string DocumentedAddress = "http://localhost:5080";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceFixture _service;

    /// <summary>Puts the files beside the commands that send them.</summary>
    public DocumentedExamplesTests(ServiceFixture service)
    {
        _service = service;
        File.WriteAllText(_folder["mill.txt"], "山谷里的水车由三代人接力修复。\n");
        File.Copy(Path.Combine(SharedData.RepositoryRoot!, "index-data", "corpus", "06-institutions.docx"), _folder["report.docx"]);
    }

    [CurlTheory]
    [InlineData("README.md", 4)]
    [InlineData("README.zh-CN.md", 4)]
    [InlineData("docs/http-api.md", 5)]
    public void Commands_OfADocument_AreAnsweredAsTheySay(string document, int leastCommands)
    {
        string text = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot!, document));
        string[] commands = [.. Command().Matches(text).Select(match => match.Groups[1].Value)];
        Assert.True(commands.Length >= leastCommands, $"{document} shows {commands.Length} commands");

        foreach (string command in commands)
        {
            string output = Run(command.Replace(DocumentedAddress, _service.Client.BaseAddress!.ToString().TrimEnd('/'), StringComparison.Ordinal));

            JsonElement answer = JsonDocument.Parse(output).RootElement;
            Assert.False(answer.TryGetProperty("code", out _), $"{command}\n{output}");
            int found = answer.TryGetProperty("hits", out JsonElement hits) ? hits.GetArrayLength()
                : answer.TryGetProperty("suggestions", out JsonElement suggestions) ? suggestions.GetArrayLength()
                : answer.GetProperty("paragraphs").GetInt32();
            Assert.True(found > 0, $"{command}\n{output}");
        }
    }

    /// <summary>Removes the files.</summary>
    public void Dispose() => _folder.Dispose();

    private string Run(string command)
    {
        ProcessStartInfo start = new("/bin/bash", ["-c", command])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeLimit), $"{command} did not end");
        Assert.True(process.ExitCode == 0, $"{command}\n{errors.Result}");
        return output;
    }

    // A line of a block of commands, or a command in the running text.
    [GeneratedRegex("(?:^|`)(curl [^`\\r\\n]+)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
