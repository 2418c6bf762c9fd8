using System.Net.Http;
using System.Text.Json;

namespace ScoSearch.Api.Tests;

public sealed class SearchEndpointsTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Theory]
    [InlineData("上合组织 三股势力", "三股势力")]
    [InlineData("“上海精神”", "上海精神")]
    [InlineData("上海合作組織", "上海合作组织")]
    public async Task Search_WordsOfTheCorpus_FindsAndMarksThem(string query, string marked)
    {
        using JsonDocument answer = await GetJson($"/v1/search?q={Uri.EscapeDataString(query)}");

        JsonElement best = answer.RootElement.GetProperty("hits")[0];
        Assert.True(answer.RootElement.GetProperty("total").GetProperty("value").GetInt64() > 0);
        Assert.Contains($"<mark>{marked}</mark>", best.GetProperty("snippet").GetString(), StringComparison.Ordinal);
        Assert.True(best.GetProperty("score").GetSingle() > 0);
        Assert.False(string.IsNullOrEmpty(best.GetProperty("document").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Search_EveryHighlight_PointsAtItsTermInTheText()
    {
        using JsonDocument answer = await GetJson($"/v1/search?q={Uri.EscapeDataString("成员国 合作 地区 发展 安全")}&limit=50");

        int checkedSpans = 0;
        foreach (JsonElement hit in answer.RootElement.GetProperty("hits").EnumerateArray())
        {
            foreach (JsonElement span in hit.GetProperty("highlights").EnumerateArray())
            {
                string text = span.GetProperty("field").GetString() switch
                {
                    "title" => hit.GetProperty("document").GetProperty("title").GetString()!,
                    "section" => hit.GetProperty("paragraph").GetProperty("section").GetString()!,
                    _ => hit.GetProperty("text").GetString()!,
                };
                string term = text.Substring(span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32());
                Assert.Equal(span.GetProperty("term").GetString(), term);
                checkedSpans++;
            }
        }

        Assert.True(checkedSpans > 100, $"only {checkedSpans} matches were checked");
    }

    [Fact]
    public async Task Search_WithContext_ReturnsNeighboursInOrder()
    {
        using JsonDocument answer = await GetJson($"/v1/search?q={Uri.EscapeDataString("三股势力")}&limit=1&context=1");

        JsonElement hit = answer.RootElement.GetProperty("hits")[0];
        int number = hit.GetProperty("paragraph").GetProperty("number").GetInt32();
        int[] around = [.. hit.GetProperty("context").EnumerateArray().Select(c => c.GetProperty("number").GetInt32())];
        Assert.Equal([number - 1, number + 1], around);
    }

    [Fact]
    public async Task Search_NothingMatches_IsAnEmptyAnswer()
    {
        using JsonDocument answer = await GetJson($"/v1/search?q={Uri.EscapeDataString("“龘靐齉齾”")}");

        Assert.Equal(0, answer.RootElement.GetProperty("total").GetProperty("value").GetInt64());
        Assert.Empty(answer.RootElement.GetProperty("hits").EnumerateArray());
    }

    [Theory]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    public async Task Probes_Running_AnswerOk(string path)
    {
        using HttpResponseMessage response = await service.Client.GetAsync(path);

        Assert.Equal("ok", await response.Content.ReadAsStringAsync());
    }

    private async Task<JsonDocument> GetJson(string path)
    {
        using HttpResponseMessage response = await service.Client.GetAsync(path);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body);
    }
}
