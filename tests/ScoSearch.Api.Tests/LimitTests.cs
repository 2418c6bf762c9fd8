using System.Net;
using System.Net.Http;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ScoSearch.Api.Limits;

namespace ScoSearch.Api.Tests;

public sealed class LimitTests
{
    private static readonly Dictionary<string, string> Documents = new() { ["a.txt"] = "湖边的灯塔建于一九一二年。" };
    private static readonly string Path = "/v1/search?q=" + Uri.EscapeDataString("灯塔");

    [Fact]
    public async Task Requests_OverTheRate_AreTurnedAwayWithATime()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(Documents, new Dictionary<string, string>
        {
            ["ScoSearch:Limits:RequestsPerSecond"] = "1",
            ["ScoSearch:Limits:Burst"] = "3",
        });
        using HttpClient client = host.CreateClient();

        List<HttpResponseMessage> answers = [];
        for (int i = 0; i < 6; i++)
        {
            answers.Add(await client.GetAsync(Path));
        }

        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        HttpResponseMessage rejected = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        await ServiceHost.ReadProblem(rejected, HttpStatusCode.TooManyRequests, "too_many_requests");
        Assert.True(rejected.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        using HttpResponseMessage probe = await client.GetAsync("/livez");
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Fact]
    public async Task Query_WithMoreClausesThanAllowed_IsRefusedAndTheLimitIsShown()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(Documents, new Dictionary<string, string> { ["ScoSearch:Limits:MaxClauses"] = "2" });
        using HttpClient client = host.CreateClient();

        using HttpResponseMessage query = await client.GetAsync("/v1/search?syntax=lucene&q=a OR b OR c");
        using HttpResponseMessage filter = await client.GetAsync(Path + "&filter=kind = body OR kind = title OR kind = quote");
        using HttpResponseMessage fits = await client.GetAsync("/v1/search?syntax=lucene&q=a OR b");
        JsonElement statistics = await ServiceHost.GetJson(client, "/v1/stats");

        Assert.Equal("q", (await ServiceHost.ReadProblem(query, HttpStatusCode.BadRequest, "query_too_complex")).GetProperty("parameter").GetString());
        Assert.Equal("filter", (await ServiceHost.ReadProblem(filter, HttpStatusCode.BadRequest, "filter_too_complex")).GetProperty("parameter").GetString());
        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        Assert.Equal(2, statistics.GetProperty("limits").GetProperty("maxClauses").GetInt32());
    }

    [Fact]
    public async Task Searches_MoreThanCanWait_AreTurnedAway()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(Documents, new Dictionary<string, string>
        {
            ["ScoSearch:Limits:ConcurrentSearches"] = "1",
            ["ScoSearch:Limits:QueuedSearches"] = "0",
        });
        using HttpClient client = host.CreateClient();
        SearchGate gate = host.Services.GetRequiredService<SearchGate>();

        using (IDisposable? turn = await gate.EnterAsync(CancellationToken.None))
        {
            using HttpResponseMessage rejected = await client.GetAsync(Path);
            await ServiceHost.ReadProblem(rejected, HttpStatusCode.ServiceUnavailable, "busy");
            Assert.Equal(TimeSpan.FromSeconds(1), rejected.Headers.RetryAfter?.Delta);
        }

        using HttpResponseMessage answered = await client.GetAsync(Path);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task Client_ThatDoesNotReadItsAnswer_HoldsUpNobody()
    {
        // Larger than what the server and the system keep for a connection.
        string paragraph = "湖边的灯塔" + new string('塔', 60_000);
        Dictionary<string, string> large = new() { ["a.txt"] = string.Join("\n\n", Enumerable.Repeat(paragraph, 100)) };
        await using ServiceHost host = await ServiceHost.StartAsync(large, new Dictionary<string, string>
        {
            ["ScoSearch:Limits:ConcurrentSearches"] = "1",
            ["ScoSearch:Limits:QueuedSearches"] = "0",
            ["ScoSearch:Limits:CacheInMegabytes"] = "0",
        });
        using HttpClient client = host.CreateClient();
        using HttpRequestMessage request = new(HttpMethod.Get, Path + "&limit=100");

        // The headers are there, the body is not read.
        using HttpResponseMessage unread = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using HttpResponseMessage answered = await client.GetAsync(Path + "&limit=1");

        Assert.True(unread.Content.Headers.ContentLength > 10_000_000, "the answer is too small to stay unsent");
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task Answers_OfOneGeneration_AreTaggedAndKept()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(Documents);
        using HttpClient client = host.CreateClient();

        using HttpResponseMessage first = await client.GetAsync(Path);
        using HttpResponseMessage second = await client.GetAsync(Path);
        using HttpResponseMessage unchanged = await GetIfNot(client, first);
        using StringContent text = new("湖边又建了一座灯塔。", System.Text.Encoding.UTF8, "text/plain");
        using HttpResponseMessage put = await client.PutAsync("/v1/documents/b", text);
        using HttpResponseMessage changed = await GetIfNot(client, first);

        Assert.True(second.Headers.Contains("Age"), "the second answer should come from the cache");
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
        JsonElement answer = JsonDocument.Parse(await changed.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(2, answer.GetProperty("total").GetProperty("value").GetInt64());
    }

    [Fact]
    public async Task Answers_ToWhoTakesIt_AreCompressed()
    {
        await using ServiceHost host = await ServiceHost.StartOverSampleAsync();
        using HttpClient client = host.CreateClient();
        using HttpRequestMessage request = new(HttpMethod.Get, Path + "&limit=50");
        request.Headers.AcceptEncoding.ParseAdd("br");

        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    private static async Task<HttpResponseMessage> GetIfNot(HttpClient client, HttpResponseMessage known)
    {
        HttpRequestMessage request = new(HttpMethod.Get, Path);
        request.Headers.IfNoneMatch.Add(known.Headers.ETag!);
        return await client.SendAsync(request);
    }
}
