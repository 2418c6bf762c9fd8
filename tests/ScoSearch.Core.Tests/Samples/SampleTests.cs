using System.Diagnostics;
using System.IO;
using System.Text;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Samples;

public sealed class SampleTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    [Fact]
    public void Sample_InAFolderWithDocuments_FindsTheParagraph()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["my-documents"]);
        File.WriteAllText(folder["my-documents/a.txt"], "安全合作\n\n上合组织成员国共同打击三股势力。\n", new UTF8Encoding(false));

        (int code, string output) = Run(folder.Path);

        Assert.Equal(0, code);
        Assert.Contains("<mark>上合组织</mark>成员国共同打击<mark>三股势力</mark>。", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void Readme_Example_IsTheSampleThatIsBuilt(string readme)
    {
        string root = SharedData.RepositoryRoot ?? throw new DirectoryNotFoundException("the tests run outside a checkout");
        string sample = File.ReadAllText(Path.Combine(root, "samples", "ScoSearch.Sample", "Program.cs"));

        Assert.Contains(sample.Trim(), File.ReadAllText(Path.Combine(root, readme)), StringComparison.Ordinal);
    }

    private static (int Code, string Output) Run(string folder)
    {
        ProcessStartInfo start = new("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ScoSearch.Sample.dll"));
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeLimit))
        {
            process.Kill();
            throw new TimeoutException("the sample did not end");
        }

        return (process.ExitCode, output);
    }
}
