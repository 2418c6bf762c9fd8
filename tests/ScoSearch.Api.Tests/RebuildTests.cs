using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text.Json;

namespace ScoSearch.Api.Tests;

public sealed class RebuildTests
{
    private const int Rebuilds = 100;
    private const int Documents = 12;

    [Fact]
    public async Task Rebuild_Corpus_ReportsWhatItDid()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(DocumentsOf(1));
        using HttpClient client = host.CreateClient();
        await File.WriteAllBytesAsync(Path.Combine(host.DataPath, "corpus", "broken.docx"), "PK\u0003\u0004broken"u8.ToArray());

        JsonElement job = await Rebuilding.RunAsync(client);

        Assert.Equal(Documents, job.GetProperty("documents").GetInt32());
        Assert.Equal(1, job.GetProperty("progress").GetDouble());
        JsonElement failed = Assert.Single(job.GetProperty("failed").EnumerateArray());
        Assert.Equal("broken.docx", failed.GetProperty("file").GetString());
        Assert.DoesNotContain(host.DataPath, job.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutAnyDocument_ServesAnEmptyIndexThatCanBeFilled()
    {
        await using ServiceHost host = await ServiceHost.StartAsync([]);
        using HttpClient client = host.CreateClient();

        JsonElement none = await ServiceHost.GetJson(client, "/v1/search?q=水车");
        using StringContent content = new("山谷里的水车由三代人接力修复。");
        using HttpResponseMessage put = await client.PutAsync("/v1/documents/mill", content);
        JsonElement one = await ServiceHost.GetJson(client, "/v1/search?q=水车");

        Assert.Equal(0, none.GetProperty("total").GetProperty("value").GetInt64());
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        Assert.Equal(1, one.GetProperty("total").GetProperty("value").GetInt64());
    }

    [Fact]
    public async Task Rebuild_BrokenDictionary_FailsAndTheOldIndexStays()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(DocumentsOf(1));
        using HttpClient client = host.CreateClient();
        await File.WriteAllTextAsync(Path.Combine(host.DataPath, "dictionaries", "words.txt"), "词\t不是数\n");

        using HttpResponseMessage started = await client.PostAsync("/v1/admin/rebuild", null);
        JsonElement job = await Rebuilding.WaitAsync(client, started.Headers.Location!.ToString());

        Assert.Equal("failed", job.GetProperty("state").GetString());
        JsonElement answer = await ServiceHost.GetJson(client, "/v1/search?q=" + Uri.EscapeDataString("“第一版”"));
        Assert.Equal(Documents, answer.GetProperty("total").GetProperty("value").GetInt64());
    }

    [Fact]
    public async Task Rebuild_Cancelled_LeavesTheOldIndex()
    {
        Dictionary<string, string> many = Enumerable.Range(0, 400)
            .ToDictionary(i => $"d{i:000}.txt", i => string.Join('\n', Enumerable.Repeat($"第{i}篇文档的内容，说的是湖边的灯塔和山谷里的水车。", 40)));
        await using ServiceHost host = await ServiceHost.StartAsync(many);
        using HttpClient client = host.CreateClient();
        long before = await GenerationOf(client);

        using HttpResponseMessage started = await client.PostAsync("/v1/admin/rebuild", null);
        string location = started.Headers.Location!.ToString();
        using HttpResponseMessage second = await client.PostAsync("/v1/admin/rebuild", null);
        using HttpResponseMessage cancelled = await client.DeleteAsync(location);
        JsonElement job = await Rebuilding.WaitAsync(client, location);

        await ServiceHost.ReadProblem(second, HttpStatusCode.Conflict, "job_running");
        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        Assert.Equal("cancelled", job.GetProperty("state").GetString());
        Assert.Equal(before, await GenerationOf(client));
    }

    [Fact]
    public async Task Search_ThroughAHundredRebuilds_NeverFailsAndNeverMixes()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(DocumentsOf(0));
        using HttpClient client = host.CreateClient();
        using CancellationTokenSource end = new();
        ConcurrentBag<string> wrong = [];
        long answers = 0;
        Task[] searches = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                using HttpResponseMessage response = await client.GetAsync("/v1/search?limit=100&q=" + Uri.EscapeDataString("“灯塔编号”"));
                string body = await response.Content.ReadAsStringAsync();
                if (Judge(response.StatusCode, body) is { } mistake)
                {
                    wrong.Add(mistake);
                }

                Interlocked.Increment(ref answers);
            }
        }))];

        for (int version = 1; version <= Rebuilds; version++)
        {
            foreach ((string name, string text) in DocumentsOf(version))
            {
                await File.WriteAllTextAsync(Path.Combine(host.DataPath, "corpus", name), text);
            }

            await Rebuilding.RunAsync(client);
        }

        await end.CancelAsync();
        await Task.WhenAll(searches);
        Assert.Empty(wrong);
        Assert.True(answers > Rebuilds, $"only {answers} searches were answered during {Rebuilds} rebuilds");
        JsonElement last = await ServiceHost.GetJson(client, "/v1/search?q=" + Uri.EscapeDataString($"“灯塔编号{Rebuilds}号”"));
        Assert.Equal(Documents, last.GetProperty("total").GetProperty("value").GetInt64());
    }

    // Every document of one state names the same version.
    private static string? Judge(HttpStatusCode status, string body)
    {
        if (status != HttpStatusCode.OK)
        {
            return $"{(int)status} {body}";
        }

        JsonElement answer = JsonDocument.Parse(body).RootElement;
        string[] texts = [.. answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("text").GetString()!)];
        string[] versions = [.. texts.Select(text => text[text.IndexOf("编号", StringComparison.Ordinal)..]).Distinct()];
        return texts.Length == Documents && versions.Length == 1 ? null : $"{texts.Length} hits of {string.Join(", ", versions)}";
    }

    private static Dictionary<string, string> DocumentsOf(int version) => Enumerable.Range(0, Documents).ToDictionary(
        i => $"d{i:00}.txt",
        i => $"湖边第{i}座建筑至今还在使用，第一版的说明写着灯塔编号{version}号。");

    private static async Task<long> GenerationOf(HttpClient client) =>
        (await ServiceHost.GetJson(client, "/v1/stats")).GetProperty("index").GetProperty("generation").GetInt64();
}
