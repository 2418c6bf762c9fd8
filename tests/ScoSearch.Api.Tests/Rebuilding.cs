using System.Net;
using System.Net.Http;
using System.Text.Json;

namespace ScoSearch.Api.Tests;

/// <summary>Rebuilds the index of a service.</summary>
internal static class Rebuilding
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Starts a rebuild and waits for its end.</summary>
    /// <returns>The job as it ended.</returns>
    public static async Task<JsonElement> RunAsync(HttpClient client)
    {
        using HttpResponseMessage started = await client.PostAsync("/v1/admin/rebuild", null);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        JsonElement job = await WaitAsync(client, started.Headers.Location!.ToString());
        Assert.Equal("done", job.GetProperty("state").GetString());
        return job;
    }

    /// <summary>Waits for the end of a job.</summary>
    public static async Task<JsonElement> WaitAsync(HttpClient client, string location)
    {
        using CancellationTokenSource limit = new(Limit);
        while (true)
        {
            JsonElement job = await ServiceHost.GetJson(client, location);
            if (job.TryGetProperty("finished", out _))
            {
                return job;
            }

            await Task.Delay(5, limit.Token);
        }
    }
}
