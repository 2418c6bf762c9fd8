using System.Net.Http;
using System.Text.Json;

namespace ScoSearch.Api.Tests;

public sealed class DescriptionTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Description_OfTheInterface_NamesEveryPathAndParameter()
    {
        JsonElement document = await ServiceHost.GetJson(service.Client, "/openapi/v1.json");

        JsonElement paths = document.GetProperty("paths");
        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        string[] expected =
        [
            "/livez", "/readyz", "/v1/admin/jobs/{id}", "/v1/admin/rebuild", "/v1/admin/reload", "/v1/analyze", "/v1/documents", "/v1/documents/{id}",
            "/v1/documents/{id}/paragraphs", "/v1/paragraphs/{paragraphId}", "/v1/search", "/v1/similar/{paragraphId}", "/v1/stats", "/v1/suggest",
        ];
        Assert.Equal(expected, paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        JsonElement search = paths.GetProperty("/v1/search");
        string[] byGet = [.. search.GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!)];
        string[] byPost = [.. search.GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json")
            .GetProperty("schema").GetProperty("properties").EnumerateObject().Select(p => p.Name)];
        Assert.Equal(byGet, byPost);
        foreach (string name in (string[])["q", "syntax", "fields", "operator", "filter", "sort", "facets", "offset", "limit", "cursor", "collapse",
            "groupLimit", "context", "highlight", "highlightPreTag", "highlightPostTag", "cropLength", "fragments", "format", "minScore", "explain",
            "profile", "timeoutMs", "lang"])
        {
            Assert.Contains(name, byGet);
        }
    }

    [Fact]
    public async Task Description_EveryOperation_HasItsOwnName()
    {
        JsonElement document = await ServiceHost.GetJson(service.Client, "/openapi/v1.json");

        string[] names = [.. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => operation.Value.GetProperty("operationId").GetString()!)];
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Theory]
    [InlineData("/api-docs/index.html", "text/html")]
    [InlineData("/", "text/html")]
    [InlineData("/js/app.js", "text/javascript")]
    [InlineData("/style.css", "text/css")]
    public async Task Pages_OfTheService_AreServed(string path, string type)
    {
        using HttpResponseMessage response = await service.Client.GetAsync(path);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }
}
