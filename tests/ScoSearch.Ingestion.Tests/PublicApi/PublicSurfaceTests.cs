using System.IO;
using System.Reflection;
using ScoSearch.Core;
using ScoSearch.Lucene.Index;
using ScoSearch.TestSupport;

namespace ScoSearch.Ingestion.Tests.PublicApi;

/// <summary>
/// What each package shows to its users stands in a text file, so that a change of it shows in review. After a change
/// that is meant, write the files anew: <c>SCOSEARCH_WRITE_PUBLIC_API=1 dotnet test tests/ScoSearch.Ingestion.Tests --filter PublicSurface</c>.
/// </summary>
public sealed class PublicSurfaceTests
{
    private const string WriteVariable = "SCOSEARCH_WRITE_PUBLIC_API";

    [Theory]
    [InlineData("ScoSearch.Lucene", typeof(IndexWriter))]
    [InlineData("ScoSearch.Core", typeof(ScoSearchIndex))]
    [InlineData("ScoSearch.Ingestion", typeof(IngestionReaders))]
    public void Surface_OfPackage_IsTheListedOne(string package, Type type)
    {
        string root = SharedData.RepositoryRoot ?? throw new DirectoryNotFoundException("the tests run outside a checkout");
        string file = Path.Combine(root, "tests", "ScoSearch.Ingestion.Tests", "PublicApi", package + ".txt");
        IReadOnlyList<string> found = PublicSurface.Describe(type.Assembly);
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            File.WriteAllLines(file, found);
        }

        string[] listed = File.ReadAllLines(file);

        string hint = $"run the test with {WriteVariable}=1 if the change is meant";
        Assert.True(!found.Except(listed).Any(), $"new in {package}: {string.Join(" | ", found.Except(listed).Take(5))}; {hint}");
        Assert.True(!listed.Except(found).Any(), $"gone from {package}: {string.Join(" | ", listed.Except(found).Take(5))}; {hint}");
    }

    [Theory]
    [InlineData(typeof(IndexWriter))]
    [InlineData(typeof(ScoSearchIndex))]
    public void References_OfThePackages_AreTheBaseLibraryAndEachOther(Type type) => Assert.All(
        type.Assembly.GetReferencedAssemblies(),
        (AssemblyName reference) => Assert.True(
            reference.Name is "ScoSearch.Lucene" || reference.Name!.StartsWith("System.", StringComparison.Ordinal), reference.Name));
}
