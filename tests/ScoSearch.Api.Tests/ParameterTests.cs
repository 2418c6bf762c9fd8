using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace ScoSearch.Api.Tests;

public sealed class ParameterTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Theory]
    [InlineData("/v1/search", "bad_query", "q")]
    [InlineData("/v1/search?q=", "bad_query", "q")]
    [InlineData("/v1/search?q=%20%E3%80%80", "bad_query", "q")]
    [InlineData("/v1/search?q=a&q=b", "bad_query", "q")]
    [InlineData("/v1/search?q=a&limit=101", "bad_parameter", "limit")]
    [InlineData("/v1/search?q=a&limit=ten", "bad_parameter", "limit")]
    [InlineData("/v1/search?q=a&limit=99999999999999999999", "bad_parameter", "limit")]
    [InlineData("/v1/search?q=a&offset=-1", "bad_parameter", "offset")]
    [InlineData("/v1/search?q=a&offset=9999&limit=2", "window_exceeded", "offset")]
    [InlineData("/v1/search?q=a&context=11", "bad_parameter", "context")]
    [InlineData("/v1/search?q=a&highlight=maybe", "bad_parameter", "highlight")]
    [InlineData("/v1/search?q=a&sort=best", "bad_parameter", "sort")]
    [InlineData("/v1/search?q=a&facets=kind,colour", "bad_parameter", "facets")]
    [InlineData("/v1/search?q=a&minScore=NaN", "bad_parameter", "minScore")]
    [InlineData("/v1/search?q=a&timeoutMs=0", "bad_parameter", "timeoutMs")]
    [InlineData("/v1/search?q=a&lang=fr", "bad_parameter", "lang")]
    [InlineData("/v1/search?q=a&colour=red", "unknown_parameter", "colour")]
    [InlineData("/v1/suggest?q=a&limit=51", "bad_parameter", "limit")]
    [InlineData("/v1/documents?limit=0", "bad_parameter", "limit")]
    [InlineData("/v1/documents/x/paragraphs?kind=poem", "bad_parameter", "kind")]
    [InlineData("/v1/paragraphs/x?context=-1", "bad_parameter", "context")]
    [InlineData("/v1/stats?verbose=true", "unknown_parameter", "verbose")]
    [InlineData("/v1/admin/jobs/1?verbose=true", "unknown_parameter", "verbose")]
    public async Task Get_ParameterThatIsWrong_IsNamedInTheProblem(string path, string code, string parameter)
    {
        using HttpResponseMessage response = await service.Client.GetAsync(path);

        JsonElement problem = await ServiceHost.ReadProblem(response, HttpStatusCode.BadRequest, code);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("PUT", "/v1/documents/x?colour=red", "unknown_parameter", "colour")]
    [InlineData("PUT", "/v1/documents/x?date=soon", "bad_parameter", "date")]
    [InlineData("DELETE", "/v1/documents/x?colour=red", "unknown_parameter", "colour")]
    [InlineData("POST", "/v1/admin/rebuild?colour=red", "unknown_parameter", "colour")]
    [InlineData("POST", "/v1/admin/reload?colour=red", "unknown_parameter", "colour")]
    public async Task Change_ParameterThatIsWrong_ChangesNothing(string method, string path, string code, string parameter)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path) { Content = new StringContent("山谷里的水车。") };
        using HttpResponseMessage response = await service.Client.SendAsync(request);

        JsonElement problem = await ServiceHost.ReadProblem(response, HttpStatusCode.BadRequest, code);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("""{"text":"水车","date":"soon"}""", "bad_parameter", "date")]
    [InlineData("""{"text":"水车","colour":"red"}""", "malformed_json", null)]
    [InlineData("""{"title":"水车"}""", "malformed_json", null)]
    public async Task Put_MemberThatIsWrong_IsAProblem(string body, string code, string? parameter)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await service.Client.PutAsync("/v1/documents/x", content);

        JsonElement problem = await ServiceHost.ReadProblem(response, HttpStatusCode.BadRequest, code);
        Assert.Equal(parameter, problem.TryGetProperty("parameter", out JsonElement name) ? name.GetString() : null);
    }

    [Fact]
    public async Task Put_TitleTooLong_IsAProblem()
    {
        using StringContent content = new(
            JsonSerializer.Serialize(new { text = "水车", title = new string('水', 1001) }), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await service.Client.PutAsync("/v1/documents/x", content);

        JsonElement problem = await ServiceHost.ReadProblem(response, HttpStatusCode.BadRequest, "bad_parameter");
        Assert.Equal("title", problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Search_QueryTooLong_IsRefused()
    {
        using HttpResponseMessage response = await service.Client.GetAsync("/v1/search?q=" + new string('a', 1025));

        await ServiceHost.ReadProblem(response, HttpStatusCode.BadRequest, "bad_query");
    }

    [Theory]
    [InlineData("[]", 400, "malformed_json")]
    [InlineData("{", 400, "malformed_json")]
    [InlineData("{\"q\":\"\\ud800\"}", 400, "malformed_json")]
    [InlineData("{\"q\":{\"a\":1}}", 400, "bad_parameter")]
    [InlineData("{\"q\":\"a\",\"q\":\"b\"}", 400, "bad_parameter")]
    [InlineData("{\"q\":\"a\",\"limit\":1.5}", 400, "bad_parameter")]
    [InlineData("{\"q\":\"a\",\"colour\":\"red\"}", 400, "unknown_parameter")]
    public async Task Post_BodyThatIsWrong_IsAProblem(string body, int status, string code)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await service.Client.PostAsync("/v1/search", content);

        await ServiceHost.ReadProblem(response, (HttpStatusCode)status, code);
    }

    [Fact]
    public async Task Post_NestedTenThousandDeep_IsAProblem()
    {
        using StringContent content = new("{\"q\":" + new string('[', 10_000), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await service.Client.PostAsync("/v1/search", content);

        await ServiceHost.ReadProblem(response, HttpStatusCode.BadRequest, "malformed_json");
    }

    [Fact]
    public async Task Post_OtherMediaType_Is415()
    {
        using StringContent content = new("q=a", Encoding.UTF8, "application/x-www-form-urlencoded");
        using HttpResponseMessage response = await service.Client.PostAsync("/v1/search", content);

        await ServiceHost.ReadProblem(response, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Fact]
    public async Task Post_LargerThanTheLimit_Is413()
    {
        using StringContent content = new("{\"q\":\"" + new string('a', 70_000) + "\"}", Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await service.Client.PostAsync("/v1/search", content);

        await ServiceHost.ReadProblem(response, HttpStatusCode.RequestEntityTooLarge, "content_too_large");
    }

    [Fact]
    public async Task Search_SameParametersByGetAndPost_GiveTheSameHits()
    {
        const string Query = "q=%E6%88%90%E5%91%98%E5%9B%BD&limit=7&offset=2&context=1&facets=kind,year&fields=text&operator=or&highlight=false";
        const string Body = """
            {"q":"成员国","limit":7,"offset":2,"context":1,"facets":["kind","year"],"fields":["text"],"operator":"or","highlight":false}
            """;

        JsonElement byGet = await ServiceHost.GetJson(service.Client, "/v1/search?" + Query);
        using StringContent content = new(Body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await service.Client.PostAsync("/v1/search", content);
        JsonElement byPost = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(7, byGet.GetProperty("hits").GetArrayLength());
        Assert.Equal(byGet.GetProperty("hits").GetRawText(), byPost.GetProperty("hits").GetRawText());
        Assert.Equal(byGet.GetProperty("facets").GetRawText(), byPost.GetProperty("facets").GetRawText());
    }

    [Theory]
    [InlineData("/v1/search?lang=en", null, "is missing")]
    [InlineData("/v1/search?lang=zh", "en", "缺少参数")]
    [InlineData("/v1/search", "en-GB,en;q=0.9", "is missing")]
    [InlineData("/v1/search", "de, zh-TW;q=0.8, en;q=0.2", "缺少参数")]
    [InlineData("/v1/search", "fr", "缺少参数")]
    [InlineData("/v1/search", null, "缺少参数")]
    public async Task Problem_Language_IsTheOneAskedFor(string path, string? accepted, string part)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        }

        using HttpResponseMessage response = await service.Client.SendAsync(request);

        JsonElement problem = await ServiceHost.ReadProblem(response, HttpStatusCode.BadRequest, "bad_query");
        Assert.Contains(part, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/nothing", HttpStatusCode.NotFound, "not_found")]
    [InlineData("/v1/search/x", HttpStatusCode.NotFound, "not_found")]
    public async Task Get_NoSuchAddress_IsAProblem(string path, HttpStatusCode status, string code)
    {
        using HttpResponseMessage response = await service.Client.GetAsync(path);

        await ServiceHost.ReadProblem(response, status, code);
    }

    [Fact]
    public async Task Delete_AddressThatIsOnlyRead_IsAProblem()
    {
        using HttpResponseMessage response = await service.Client.DeleteAsync("/v1/search");

        await ServiceHost.ReadProblem(response, HttpStatusCode.MethodNotAllowed, "method_not_allowed");
    }
}
