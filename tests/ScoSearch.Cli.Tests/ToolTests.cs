using System.IO;
using ScoSearch.TestSupport;

namespace ScoSearch.Cli.Tests;

/// <summary>Base of the tests: an empty folder and the tool in it.</summary>
public abstract class ToolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private protected ToolTests() => Tool = new Tool(_folder.Path);

    private protected Tool Tool { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected string PathOf(string name) => _folder[name];

    private protected void Write(string name, string text)
    {
        string path = _folder[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private protected static string SampleData(string name) =>
        Path.Combine(SharedData.RepositoryRoot!, "index-data", name);

    /// <summary>Copies sample corpus and dictionaries into <c>index-data</c> of the folder.</summary>
    private protected void CopySampleData()
    {
        foreach (string part in (string[])["corpus", "dictionaries"])
        {
            Directory.CreateDirectory(PathOf("index-data/" + part));
            foreach (string file in Directory.GetFiles(SampleData(part)))
            {
                File.Copy(file, PathOf($"index-data/{part}/{Path.GetFileName(file)}"));
            }
        }
    }
}
