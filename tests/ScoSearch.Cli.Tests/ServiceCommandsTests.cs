using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using ScoSearch.TestSupport;

namespace ScoSearch.Cli.Tests;

/// <summary>Commands around the service: keys, serving, completion in the shell.</summary>
public sealed class ServiceCommandsTests : ToolTests
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    [Fact]
    public void Key_Json_IsARandomKeyWithItsHash()
    {
        ToolResult first = Tool.Run("key", "--format", "json");
        ToolResult second = Tool.Run("key", "--format", "json");

        string key = first.Json.GetProperty("key").GetString()!;
        Assert.Equal(0, first.Code);
        Assert.True(key.Length > 40);
        Assert.NotEqual(key, second.Json.GetProperty("key").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))), first.Json.GetProperty("hash").GetString());
    }

    [Theory]
    [InlineData("bash", "complete -o filenames -F _scosearch scosearch")]
    [InlineData("zsh", "#compdef scosearch")]
    [InlineData("fish", "complete -c scosearch")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public void Completion_OfAShell_IsItsScript(string shell, string part)
    {
        ToolResult result = Tool.Run("completion", shell);

        Assert.Equal(0, result.Code);
        Assert.Contains(part, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Completion_AskedByAShell_NamesCommands()
    {
        ToolResult result = Tool.Run("[suggest:12]", "scosearch se");

        Assert.Contains("search", result.Output.Split('\n'));
        Assert.Contains("serve", result.Output.Split('\n'));
    }

    [Fact]
    public void Serve_WithoutTheService_SaysWhatIsMissing()
    {
        Directory.CreateDirectory(PathOf("index-data"));

        ToolResult result = Tool.Run(null, [("SCOSEARCH_SERVICE", "nowhere/ScoSearch.Api.dll")], "serve");

        Assert.NotEqual(0, result.Code);
        Assert.Contains("ScoSearch.Api.dll", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_DataFolder_AnswersUntilItIsAskedToEnd()
    {
        Write("data/corpus/a.txt", "湖边的灯塔建于一九一二年。");
        string address = $"http://127.0.0.1:{FindFreePort()}";
        string service = Path.Combine(
            SharedData.RepositoryRoot!, "src", "ScoSearch.Api", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "ScoSearch.Api.dll");
        using Process process = Tool.Start([("SCOSEARCH_SERVICE", service)], "serve", "--data", PathOf("data"), "--urls", address);
        using HttpClient client = new();
        using CancellationTokenSource limit = new(StartLimit);
        Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
        Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);

        while (!await IsReady(client, address, limit.Token))
        {
            Assert.False(process.HasExited, "the service ended");
            await Task.Delay(100, limit.Token);
        }

        string answer = await client.GetStringAsync($"{address}/v1/search?q={Uri.EscapeDataString("灯塔")}", limit.Token);
        using Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(limit.Token);

        Assert.Contains("灯塔", answer, StringComparison.Ordinal);
        Assert.Equal(0, process.ExitCode);
        await Task.WhenAll(errors, output);
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
