using System.Diagnostics;
using System.IO;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

/// <summary>An index that Apache Lucene wrote, with a text file of what Lucene reads from it; made once a test run.</summary>
public sealed class LuceneIndexFixture : IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "scosearch-postings-" + Guid.NewGuid().ToString("N"));
    private bool _written;

    public string IndexPath => Path.Combine(_root, "index");

    public string DumpPath => Path.Combine(_root, "dump.txt");

    /// <summary>Runs the Java program unless it has run.</summary>
    public void Write()
    {
        if (_written)
        {
            return;
        }

        System.IO.Directory.CreateDirectory(_root);
        string source = Path.Combine(
            SharedData.RepositoryRoot ?? throw new InvalidOperationException("The tests run outside a checkout."),
            "tests/ScoSearch.Lucene.Tests/Codecs/Postings/Java/WritePostingsIndex.java");
        ProcessStartInfo start = new("java") { RedirectStandardError = true };
        foreach (string argument in (string[])["-cp", ClassPath(), source, IndexPath, "600", DumpPath])
        {
            start.ArgumentList.Add(argument);
        }

        using Process java = Process.Start(start) ?? throw new InvalidOperationException("java did not start.");
        string errors = java.StandardError.ReadToEnd();
        java.WaitForExit();
        Assert.True(java.ExitCode == 0, errors);
        _written = true;
    }

    public void Dispose()
    {
        if (System.IO.Directory.Exists(_root))
        {
            System.IO.Directory.Delete(_root, recursive: true);
        }
    }

    private static string ClassPath() =>
        string.Join(
            Path.PathSeparator,
            ((string[])["lucene-core", "lucene-analyzers-common"]).Select(jar => $"/usr/share/java/{jar}-8.7.0.jar"));
}
