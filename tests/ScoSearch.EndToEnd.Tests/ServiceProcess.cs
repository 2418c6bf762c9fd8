using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using ScoSearch.TestSupport;

namespace ScoSearch.EndToEnd.Tests;

/// <summary>The service as its own process on a free port of loopback, over a copy of the sample data.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _data = new();
    private readonly Process _process;

    private ServiceProcess(int port)
    {
        Address = $"http://127.0.0.1:{port}";
        string root = SharedData.RepositoryRoot ?? throw new InvalidOperationException("the tests run outside a checkout");
        CopyFolder(Path.Combine(root, "index-data", "corpus"), _data["corpus"]);
        CopyFolder(Path.Combine(root, "index-data", "dictionaries"), _data["dictionaries"]);
        File.WriteAllText(_data["corpus/hostile.txt"], HostileText);
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ScoSearch.Api.dll"), "--urls", Address },
            WorkingDirectory = Path.Combine(root, "src", "ScoSearch.Api"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ScoSearch__DataPath"] = _data.Path;
        start.Environment["ScoSearch__Limits__RequestsPerSecond"] = "0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        _process.OutputDataReceived += (_, line) => Log.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => Log.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>A paragraph that a careless page would run.</summary>
    public const string HostileText = "恶意段落：<script>alert('script')</script><img src=x onerror=alert('image')>仅供展示，不得执行。";

    /// <summary>Where the service listens.</summary>
    public string Address { get; }

    private System.Collections.Concurrent.ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Starts the service and waits until it answers searches.</summary>
    public static async Task<ServiceProcess> StartAsync()
    {
        ServiceProcess service = new(FindFreePort());
        using HttpClient client = new();
        using CancellationTokenSource limit = new(StartLimit);
        while (true)
        {
            if (service._process.HasExited)
            {
                throw new InvalidOperationException("the service ended:\n" + string.Join('\n', service.Log));
            }

            try
            {
                using HttpResponseMessage ready = await client.GetAsync(service.Address + "/readyz", limit.Token);
                if (ready.StatusCode == HttpStatusCode.OK)
                {
                    return service;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet; the limit ends the waiting.
            }

            await Task.Delay(100, limit.Token);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _data.Dispose();
    }

    private static int FindFreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void CopyFolder(string from, string to)
    {
        System.IO.Directory.CreateDirectory(to);
        foreach (string file in System.IO.Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
