using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScoSearch.Api.Tests;

/// <summary>Answers are what the description of the interface says they are.</summary>
public sealed class ContractTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Paragraph = "01-history.txt%235";

    [Theory]
    [InlineData("/v1/search", "/v1/search?q=上合组织 三股势力&facets=year,kind,source,document,section&context=2&explain=true&profile=true&collapse=true")]
    [InlineData("/v1/search", "/v1/search?q=shanghai jingshen")]
    [InlineData("/v1/search", "/v1/search?q=上合组织 绝无此词甲乙丙 丝路")]
    [InlineData("/v1/search", "/v1/search?q=脚注&filter=kind = footnote&limit=100")]
    [InlineData("/v1/suggest", "/v1/suggest?q=上")]
    [InlineData("/v1/documents", "/v1/documents?limit=100")]
    [InlineData("/v1/documents/{id}", "/v1/documents/09-connectivity-paper.txt")]
    [InlineData("/v1/documents/{id}/paragraphs", "/v1/documents/09-connectivity-paper.txt/paragraphs")]
    [InlineData("/v1/paragraphs/{paragraphId}", "/v1/paragraphs/" + Paragraph + "?context=2")]
    [InlineData("/v1/similar/{paragraphId}", "/v1/similar/" + Paragraph)]
    [InlineData("/v1/stats", "/v1/stats")]
    public async Task Get_Answer_FitsItsSchema(string path, string request) =>
        await CheckAnswer(path, HttpMethod.Get, request, null, "200");

    [Theory]
    [InlineData("/v1/search", """{"q":"“上海精神”","facets":["year"],"sort":"date"}""")]
    [InlineData("/v1/analyze", """{"q":"上合組織 C5+1","paragraphId":"01-history.txt#5"}""")]
    public async Task Post_Answer_FitsItsSchema(string path, string body) =>
        await CheckAnswer(path, HttpMethod.Post, path, body, "200");

    [Fact]
    public async Task Changes_Answers_FitTheirSchemas()
    {
        await CheckAnswer("/v1/documents/{id}", HttpMethod.Put, "/v1/documents/contract", """{"text":"山谷里的水车。"}""", "201");
        await CheckAnswer("/v1/documents/{id}", HttpMethod.Put, "/v1/documents/contract", """{"text":"山谷里的风车。"}""", "200");
        await CheckAnswer("/v1/documents/{id}", HttpMethod.Delete, "/v1/documents/contract", null, "200");
        JsonElement job = await CheckAnswer("/v1/admin/rebuild", HttpMethod.Post, "/v1/admin/rebuild", null, "202");
        string id = job.GetProperty("id").GetString()!;
        await CheckAnswer("/v1/admin/jobs/{id}", HttpMethod.Get, "/v1/admin/jobs/" + id, null, "200");
        await CheckAnswer("/v1/admin/jobs/{id}", HttpMethod.Delete, "/v1/admin/jobs/" + id, null, "200");
        await CheckAnswer("/v1/admin/reload", HttpMethod.Post, "/v1/admin/reload", null, "200");
    }

    [Theory]
    [InlineData("/v1/search", "/v1/search?q=(&syntax=lucene", "400")]
    [InlineData("/v1/documents/{id}", "/v1/documents/none", "404")]
    [InlineData("/v1/admin/jobs/{id}", "/v1/admin/jobs/999", "404")]
    public async Task Problem_Answer_FitsItsSchema(string path, string request, string status) =>
        await CheckAnswer(path, HttpMethod.Get, request, null, status);

    [Fact]
    public async Task Description_Paths_NameTheirParametersAndKeys()
    {
        JsonElement document = await ServiceHost.GetJson(service.Client, "/openapi/v1.json");

        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            string[] inPath = [.. Regex.Matches(path.Name, "{([A-Za-z]+)}").Select(match => match.Groups[1].Value)];
            foreach (JsonElement operation in path.Value.EnumerateObject().Select(method => method.Value))
            {
                string[] described = operation.TryGetProperty("parameters", out JsonElement parameters)
                    ? [.. parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "path").Select(p => p.GetProperty("name").GetString()!)]
                    : [];
                Assert.Equal(inPath, described);
                Assert.Contains(" · ", operation.GetProperty("summary").GetString(), StringComparison.Ordinal);
                Assert.Equal(path.Name.StartsWith("/v1/", StringComparison.Ordinal), operation.TryGetProperty("security", out _));
            }
        }
    }

    private async Task<JsonElement> CheckAnswer(string path, HttpMethod method, string request, string? body, string status)
    {
        SchemaCheck check = new(await ServiceHost.GetJson(service.Client, "/openapi/v1.json"));
        using HttpRequestMessage message = new(method, request);
        message.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await service.Client.SendAsync(message);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(status == ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), text);
        JsonElement answer = JsonDocument.Parse(text).RootElement;
        JsonElement schema = check.SchemaOf(path, method.Method.ToLowerInvariant(), status);
        check.Check(answer, schema, path);
        return answer;
    }
}
