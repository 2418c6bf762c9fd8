using System.IO;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using ScoSearch.TestSupport;

namespace ScoSearch.Api.Tests;

/// <summary>The real service on a real port of loopback, over a data folder of its own.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _data = new();
    private readonly WebApplicationFactory<Program> _factory;

    private ServiceHost(IReadOnlyDictionary<string, string> settings, Action<string> prepare)
    {
        System.IO.Directory.CreateDirectory(_data["corpus"]);
        System.IO.Directory.CreateDirectory(_data["dictionaries"]);
        prepare(_data.Path);
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("ScoSearch:DataPath", _data.Path);
            builder.UseSetting("ScoSearch:Limits:RequestsPerSecond", "0");
            foreach ((string name, string value) in settings)
            {
                builder.UseSetting(name, value);
            }
        });
        _factory.UseKestrel(0);
        _factory.StartServer();
    }

    /// <summary>Folder with corpus, dictionaries, uploads and index.</summary>
    public string DataPath => _data.Path;

    /// <summary>Services of the host.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <summary>A client of the service; every call gives a new one.</summary>
    public HttpClient CreateClient()
    {
        string address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new HttpClient { BaseAddress = new Uri(address) };
    }

    /// <summary>Starts a service over documents of the test and waits until it answers searches.</summary>
    public static async Task<ServiceHost> StartAsync(
        Dictionary<string, string> documents, Dictionary<string, string>? settings = null)
    {
        ServiceHost host = new(settings ?? [], folder =>
        {
            foreach ((string name, string text) in documents)
            {
                File.WriteAllText(Path.Combine(folder, "corpus", name), text);
            }
        });
        await host.WaitUntilReady();
        return host;
    }

    /// <summary>Starts a service over the sample corpus.</summary>
    public static async Task<ServiceHost> StartOverSampleAsync(Dictionary<string, string>? settings = null)
    {
        string root = SharedData.RepositoryRoot ?? throw new InvalidOperationException("the tests run outside a checkout");
        ServiceHost host = new(settings ?? [], folder =>
        {
            Copy(Path.Combine(root, "index-data", "corpus"), Path.Combine(folder, "corpus"));
            Copy(Path.Combine(root, "index-data", "dictionaries"), Path.Combine(folder, "dictionaries"));
        });
        await host.WaitUntilReady();
        return host;
    }

    /// <summary>Asks for JSON and checks that it comes.</summary>
    public static async Task<JsonElement> GetJson(HttpClient client, string path)
    {
        using HttpResponseMessage response = await client.GetAsync(path);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>Checks that an answer is a problem and returns it.</summary>
    public static async Task<JsonElement> ReadProblem(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode} {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        JsonElement problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Equal("urn:scosearch:problem:" + code.Replace('_', '-'), problem.GetProperty("type").GetString());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("title").GetString()));
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("detail").GetString()));
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("traceId").GetString()));
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        return problem;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _data.Dispose();
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in System.IO.Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private async Task WaitUntilReady()
    {
        using HttpClient client = CreateClient();
        using CancellationTokenSource limit = new(StartLimit);
        while ((await client.GetAsync("/readyz", limit.Token)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
