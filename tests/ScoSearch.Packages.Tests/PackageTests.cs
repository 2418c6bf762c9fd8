using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Xml.Linq;

namespace ScoSearch.Packages.Tests;

/// <summary>The packages as their users meet them: installed from a folder into a fresh project and a fresh tool path.</summary>
public sealed class PackageTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Program = """
        using ScoSearch.Core;
        using ScoSearch.Core.Indexing;
        using ScoSearch.Core.Searching;
        using ScoSearch.Ingestion;

        using Indexer indexer = new("my-index", new IndexerOptions { Readers = IngestionReaders.Default });
        indexer.Run(new IndexingRequest { Paths = ["my-documents"] });

        using ScoSearchIndex index = ScoSearchIndex.Open("my-index");
        foreach (SearchHit hit in index.Search(new SearchRequest("灯塔")).Hits)
        {
            Console.WriteLine($"{hit.Document.Id} #{hit.Paragraph.Number}: {hit.Snippet}");
        }
        """;

    [Fact]
    public void Packages_Packed_CarryReadmeDocumentationSymbolsAndOnlyTheirOwnDependencies()
    {
        foreach ((string name, string[] dependencies) in ((string, string[])[])
            [("ScoSearch.Lucene", []), ("ScoSearch.Core", ["ScoSearch.Lucene"]),
            ("ScoSearch.Ingestion", ["AngleSharp", "DocumentFormat.OpenXml", "Markdig", "ScoSearch.Core", "System.IO.Packaging"])])
        {
            using ZipArchive package = ZipFile.OpenRead(Path.Combine(packages.Feed, $"{name}.{packages.Version}.nupkg"));
            string[] files = [.. package.Entries.Select(entry => entry.FullName)];
            Assert.Contains("README.md", files);
            Assert.Contains($"lib/net10.0/{name}.dll", files);
            Assert.Contains($"lib/net10.0/{name}.xml", files);
            Assert.True(File.Exists(Path.Combine(packages.Feed, $"{name}.{packages.Version}.snupkg")));
            using Stream nuspec = package.Entries.Single(entry => entry.FullName == name + ".nuspec").Open();
            XElement metadata = XDocument.Load(nuspec).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
            Assert.Equal("Apache-2.0", metadata.Elements().Single(e => e.Name.LocalName == "license").Value);
            string[] found = [.. metadata.Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value).Order()];
            Assert.Equal(dependencies, found);
        }
    }

    [Fact]
    public void Libraries_InAFreshProject_IndexAndSearch()
    {
        string folder = packages.NewFolder("consumer");
        File.WriteAllText(Path.Combine(folder, "consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RestoreAdditionalProjectSources>{packages.Feed}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ScoSearch.Core" Version="{packages.Version}" />
                <PackageReference Include="ScoSearch.Ingestion" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
        System.IO.Directory.CreateDirectory(Path.Combine(folder, "my-documents"));
        File.WriteAllText(Path.Combine(folder, "my-documents", "lake.md"), "# 湖\n\n湖边的灯塔建于一九一二年。\n");

        string output = Dotnet.Run(folder, "run");

        Assert.Contains("lake.md #2: 湖边的<mark>灯塔</mark>建于一九一二年。", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tool_InAFreshPath_IndexesSearchesAndServes()
    {
        string folder = packages.NewFolder("tool");
        Dotnet.Run(
            folder, "tool", "install", "scosearch", "--tool-path", folder, "--version", packages.Version, "--add-source", packages.Feed);
        string tool = Path.Combine(folder, "scosearch");
        Assert.All(FindOwnAssemblies(folder), path => Assert.True(IsPrecompiled(path), path));
        string corpus = System.IO.Directory.CreateDirectory(Path.Combine(folder, "data", "corpus")).FullName;
        await File.WriteAllTextAsync(Path.Combine(corpus, "lake.txt"), "湖边的灯塔建于一九一二年。");

        Dotnet.RunProgram(tool, folder, "index", corpus, "--index", "data/index");
        string answer = Dotnet.RunProgram(tool, folder, "search", "灯塔", "--index", "data/index", "--format", "json");
        Assert.Equal(1, JsonDocument.Parse(answer).RootElement.GetProperty("total").GetProperty("value").GetInt32());

        string address = $"http://127.0.0.1:{FindFreePort()}";
        using Process service = Dotnet.Start(tool, folder, "serve", "--data", "data", "--urls", address);
        Task<string> output = service.StandardOutput.ReadToEndAsync();
        Task<string> error = service.StandardError.ReadToEndAsync();
        using HttpClient client = new();
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        while (!await IsReady(client, address, limit.Token))
        {
            Assert.False(service.HasExited, "the service ended");
            await Task.Delay(100, limit.Token);
        }

        string page = await client.GetStringAsync(address, limit.Token);
        using Process kill = Process.Start("kill", ["-TERM", $"{service.Id}"]);
        await service.WaitForExitAsync(limit.Token);
        await Task.WhenAll(output, error);

        Assert.Contains("ScoSearch", page, StringComparison.Ordinal);
        Assert.Equal(0, service.ExitCode);
    }

    [Fact]
    public void Tool_ForPlatformsWithoutAPackageOfTheirOwn_Runs()
    {
        string folder = packages.NewFolder("any");
        ZipFile.ExtractToDirectory(Path.Combine(packages.Feed, $"scosearch.any.{packages.Version}.nupkg"), folder);
        string program = Path.Combine(folder, "tools", "net10.0", "any", "scosearch.dll");

        string version = Dotnet.Run(folder, program, "--version");

        Assert.Contains("0.1.0", version, StringComparison.Ordinal);
        Assert.All(FindOwnAssemblies(folder), path => Assert.False(IsPrecompiled(path), path));
    }

    // Those of the tool, and those of the service that it carries.
    private static List<string> FindOwnAssemblies(string folder)
    {
        List<string> found = [.. System.IO.Directory.EnumerateFiles(folder, "ScoSearch.*.dll", SearchOption.AllDirectories)];
        Assert.Contains(found, path => Path.GetFileName(path) == "ScoSearch.Api.dll");
        Assert.Equal(2, found.Count(path => Path.GetFileName(path) == "ScoSearch.Core.dll"));
        return found;
    }

    private static bool IsPrecompiled(string path)
    {
        using PEReader reader = new(File.OpenRead(path));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    private static async Task<bool> IsReady(HttpClient client, string address, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage response = await client.GetAsync(address + "/readyz", cancellation);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // Not listening yet; the limit ends the waiting.
            return false;
        }
    }

    private static int FindFreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
