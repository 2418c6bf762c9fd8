using System.IO;
using System.Net;
using System.Net.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using ScoSearch.TestSupport;

namespace ScoSearch.Api.Tests;

/// <summary>The real service in this process, over a copy of the sample data that has no index yet.</summary>
public sealed class ServiceFixture : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _data = new();
    private WebApplicationFactory<Program>? _service;

    /// <summary>A client of the running service.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts the service and waits until it has built its index.</summary>
    public async Task InitializeAsync()
    {
        string root = SharedData.RepositoryRoot ?? throw new InvalidOperationException("the tests run outside a checkout");
        Copy(Path.Combine(root, "index-data", "corpus"), _data["corpus"]);
        Copy(Path.Combine(root, "index-data", "dictionaries"), _data["dictionaries"]);
        _service = new WebApplicationFactory<Program>()
            .WithWebHostBuilder(builder => builder.UseSetting("ScoSearch:DataPath", _data.Path));
        Client = _service.CreateClient();
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        while ((await Client.GetAsync("/readyz", limit.Token)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>Stops the service.</summary>
    public async Task DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }

    /// <summary>Deletes the copied data.</summary>
    public void Dispose()
    {
        Client?.Dispose();
        _service?.Dispose();
        _data.Dispose();
    }

    private static void Copy(string from, string to)
    {
        System.IO.Directory.CreateDirectory(to);
        foreach (string file in System.IO.Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
