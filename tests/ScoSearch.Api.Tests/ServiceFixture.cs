using System.Net.Http;

namespace ScoSearch.Api.Tests;

/// <summary>One service over the sample corpus for all tests that only read.</summary>
public sealed class ServiceFixture : IAsyncLifetime, IDisposable
{
    private ServiceHost? _host;

    /// <summary>A client of the running service.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts the service and waits until it has built its index.</summary>
    public async Task InitializeAsync()
    {
        _host = await ServiceHost.StartOverSampleAsync();
        Client = _host.CreateClient();
    }

    /// <summary>Stops the service.</summary>
    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    /// <summary>Closes the client.</summary>
    public void Dispose() => Client?.Dispose();
}
