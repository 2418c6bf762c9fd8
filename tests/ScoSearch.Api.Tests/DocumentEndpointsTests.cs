using System.Net;
using System.Net.Http;
using System.Text.Json;

namespace ScoSearch.Api.Tests;

public sealed class DocumentEndpointsTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Glossary = "17-glossary.txt";

    [Fact]
    public async Task Documents_Listed_AreAllDocumentsByRisingId()
    {
        JsonElement list = await ServiceHost.GetJson(service.Client, "/v1/documents?limit=1000");

        string[] ids = [.. list.GetProperty("documents").EnumerateArray()
            .Select(entry => entry.GetProperty("document").GetProperty("id").GetString()!)];
        Assert.Equal(list.GetProperty("total").GetInt32(), ids.Length);
        Assert.Contains(Glossary, ids);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task Document_OfTheCorpus_HasItsCounts()
    {
        JsonElement entry = await ServiceHost.GetJson(service.Client, "/v1/documents/" + Glossary);

        Assert.Equal(Glossary, entry.GetProperty("document").GetProperty("id").GetString());
        Assert.Equal(
            entry.GetProperty("paragraphs").GetInt32(),
            entry.GetProperty("countsByKind").EnumerateObject().Sum(kind => kind.Value.GetInt32()));
    }

    [Fact]
    public async Task Paragraphs_RangeAndKind_AreKept()
    {
        JsonElement list = await ServiceHost.GetJson(service.Client, $"/v1/documents/{Glossary}/paragraphs?from=3&to=9&kind=body");

        Assert.NotEmpty(list.EnumerateArray());
        Assert.All(list.EnumerateArray(), paragraph =>
        {
            Assert.InRange(paragraph.GetProperty("paragraph").GetProperty("number").GetInt32(), 3, 9);
            Assert.Equal("body", paragraph.GetProperty("paragraph").GetProperty("kind").GetString());
        });
    }

    [Fact]
    public async Task Paragraph_WithContext_HasItsNeighbours()
    {
        JsonElement paragraph = await ServiceHost.GetJson(
            service.Client, "/v1/paragraphs/" + Uri.EscapeDataString(Glossary + "#5") + "?context=2");

        Assert.Equal([3, 4, 6, 7], paragraph.GetProperty("context").EnumerateArray().Select(c => c.GetProperty("number").GetInt32()));
        Assert.False(string.IsNullOrEmpty(paragraph.GetProperty("citation").GetProperty("gbt7714").GetString()));
    }

    [Fact]
    public async Task Similar_ToAParagraph_DoesNotHoldTheParagraphItself()
    {
        string id = Glossary + "#5";
        JsonElement answer = await ServiceHost.GetJson(service.Client, "/v1/similar/" + Uri.EscapeDataString(id) + "?limit=5");

        Assert.NotEmpty(answer.GetProperty("hits").EnumerateArray());
        Assert.DoesNotContain(answer.GetProperty("hits").EnumerateArray(), hit => hit.GetProperty("id").GetString() == id);
    }

    [Theory]
    [InlineData("/v1/documents/none.txt", "document_not_found")]
    [InlineData("/v1/documents/none.txt/paragraphs", "document_not_found")]
    [InlineData("/v1/paragraphs/none.txt%231", "paragraph_not_found")]
    [InlineData("/v1/paragraphs/17-glossary.txt%230", "paragraph_not_found")]
    [InlineData("/v1/similar/none.txt%231", "paragraph_not_found")]
    [InlineData("/v1/documents/..%2F..%2Fetc%2Fpasswd", "document_not_found")]
    [InlineData("/v1/admin/jobs/none", "job_not_found")]
    public async Task Get_NothingOfThatId_Is404(string path, string code)
    {
        using HttpResponseMessage response = await service.Client.GetAsync(path);

        await ServiceHost.ReadProblem(response, HttpStatusCode.NotFound, code);
    }

    [Fact]
    public async Task Suggest_BeginningOfATerm_CompletesIt()
    {
        JsonElement answer = await ServiceHost.GetJson(service.Client, "/v1/suggest?q=" + Uri.EscapeDataString("上海合作"));

        Assert.Contains(
            answer.GetProperty("suggestions").EnumerateArray(),
            suggestion => suggestion.GetProperty("text").GetString()!.StartsWith("上海合作组织", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Analyze_QueryAndParagraph_SaysWhyTheyFit()
    {
        using StringContent body = new(
            """{"q":"上海精神","paragraphId":"17-glossary.txt#5","lang":"en"}""", System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await service.Client.PostAsync("/v1/analyze", body);

        JsonElement view = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(view.GetProperty("query").GetProperty("words").EnumerateArray());
        Assert.NotEmpty(view.GetProperty("text").GetProperty("bigrams").EnumerateArray());
        Assert.Contains("ound", view.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statistics_OfTheService_ShowIndexAndAllLimits()
    {
        JsonElement statistics = await ServiceHost.GetJson(service.Client, "/v1/stats");

        Assert.Equal(21, statistics.GetProperty("index").GetProperty("documents").GetInt32());
        Assert.Equal(
            ["burst", "cacheInMegabytes", "concurrentSearches", "maxBodyInBytes", "maxClauses", "maxDocumentInBytes", "maxLimit", "maxQueryLength", "maxWindow",
                "queuedSearches", "requestsPerSecond", "searchTimeoutMs"],
            statistics.GetProperty("limits").EnumerateObject().Select(limit => limit.Name).Order(StringComparer.Ordinal));
    }
}
