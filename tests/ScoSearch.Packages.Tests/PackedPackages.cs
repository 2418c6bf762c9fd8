using System.IO;
using System.Runtime.InteropServices;
using ScoSearch.TestSupport;

namespace ScoSearch.Packages.Tests;

/// <summary>All packages, packed once into a folder, under a version that no cache knows.</summary>
public sealed class PackedPackages : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PackedPackages()
    {
        string root = SharedData.RepositoryRoot ?? throw new DirectoryNotFoundException("the tests run outside a checkout");
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        foreach (string project in (string[])["ScoSearch.Lucene", "ScoSearch.Core", "ScoSearch.Ingestion", "ScoSearch.Cli"])
        {
            Dotnet.Run(
                root, "pack", Path.Combine("src", project), "-c", configuration, "-o", Feed, "--nologo", "-v", "q", $"-p:PackageVersion={Version}",
                // Of the tool the package of this platform and the one of all others: the rest differ in nothing a test here can run.
                $"-p:ToolPackageRuntimeIdentifiers=\"{RuntimeInformation.RuntimeIdentifier};any\"");
        }
    }

    /// <summary>Folder of the packages.</summary>
    public string Feed => _folder["feed"];

    /// <summary>Version of the packages.</summary>
    public string Version { get; } = "0.1.0-test" + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);

    /// <summary>An empty folder for a test.</summary>
    public string NewFolder(string name) => System.IO.Directory.CreateDirectory(_folder[name]).FullName;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
