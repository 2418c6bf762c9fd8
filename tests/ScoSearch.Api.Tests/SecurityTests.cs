using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Http;
using ScoSearch.Api.Security;

namespace ScoSearch.Api.Tests;

public sealed class SecurityTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string AdminKey = "correct horse battery staple admin";
    private const string SearchKey = "correct horse battery staple search";

    [Theory]
    [InlineData("Search", null, 0)]
    [InlineData("Search", "nonsense", 401)]
    [InlineData("Admin", null, 401)]
    [InlineData("Admin", "nonsense", 401)]
    [InlineData("Admin", SearchKey, 403)]
    [InlineData("Admin", AdminKey, 0)]
    [InlineData("Search", SearchKey, 0)]
    public void Check_FromAnotherMachine_NeedsAKeyWithTheScope(string scope, string? key, int status)
    {
        HttpContext context = CreateContext("POST", "203.0.113.9", "203.0.113.1", "search.example.org");
        if (key is not null)
        {
            context.Request.Headers.Authorization = "Bearer " + key;
        }

        Problem? problem = CreateControl(new SecurityOptions { Keys = Keys() }).Check(context, Enum.Parse<AccessScope>(scope));

        Assert.Equal(status, problem?.Status ?? 0);
        Assert.Equal(status == 401, context.Response.Headers.WWWAuthenticate.Count > 0);
    }

    [Fact]
    public void Check_KeyInItsOwnHeader_IsTaken()
    {
        HttpContext context = CreateContext("PUT", "203.0.113.9", "203.0.113.1", "search.example.org");
        context.Request.Headers["X-API-Key"] = AdminKey;

        Assert.Null(CreateControl(new SecurityOptions { Keys = Keys() }).Check(context, AccessScope.Admin));
    }

    [Fact]
    public void Check_WithoutAnyKeyConfigured_ChangesFromAnotherMachineAreClosed()
    {
        HttpContext context = CreateContext("POST", "203.0.113.9", "203.0.113.1", "search.example.org");
        AccessControl control = CreateControl(new SecurityOptions { AllowUnprotected = true });

        Assert.Null(control.Check(context, AccessScope.Search));
        Assert.Equal("closed", control.Check(context, AccessScope.Admin)?.Code);
    }

    [Fact]
    public void Check_SearchNeedsAKeyWhenSoConfigured_ExceptFromThisMachine()
    {
        AccessControl control = CreateControl(new SecurityOptions { Keys = Keys(), RequireKeyForSearch = true });

        Assert.Equal(401, control.Check(CreateContext("GET", "203.0.113.9", "203.0.113.1", "x.org"), AccessScope.Search)?.Status);
        Assert.Null(control.Check(CreateContext("GET", "127.0.0.1", "127.0.0.1", "localhost"), AccessScope.Search));
    }

    [Theory]
    [InlineData("GET", "evil.example.org", null, "foreign_host")]
    [InlineData("POST", "localhost", "https://evil.example.org", "foreign_origin")]
    [InlineData("POST", "localhost", "null", "foreign_origin")]
    [InlineData("POST", "localhost", "http://localhost", null)]
    [InlineData("GET", "localhost", "https://evil.example.org", null)]
    [InlineData("POST", "[::1]", null, null)]
    [InlineData("POST", "127.0.0.1", null, null)]
    public void Check_OverLoopbackWithoutAKey_PagesOfOtherOriginsChangeNothing(string method, string host, string? origin, string? code)
    {
        HttpContext context = CreateContext(method, "127.0.0.1", "127.0.0.1", host);
        if (origin is not null)
        {
            context.Request.Headers.Origin = origin;
        }

        Assert.Equal(code, CreateControl(new SecurityOptions()).Check(context, AccessScope.Admin)?.Code);
    }

    [Theory]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://[::1]:5080", false)]
    [InlineData("http://0.0.0.0:5080", true)]
    [InlineData("http://[::]:5080", true)]
    [InlineData("http://*:5080", true)]
    [InlineData("http://192.0.2.7:5080", true)]
    [InlineData("http://search.example.org", true)]
    public void IsPublic_Address_TellsWhetherOthersReachIt(string address, bool isPublic) =>
        Assert.Equal(isPublic, StartupGuard.IsPublic(address));

    [Fact]
    public async Task Endpoints_BelowV1_AllAskForAScope()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["a.txt"] = "湖边的灯塔。" });
        RouteEndpoint[] endpoints = [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/v1", StringComparison.Ordinal))];

        Assert.True(endpoints.Length > 10);
        Assert.All(endpoints, endpoint =>
        {
            AccessScope scope = endpoint.ScopeOf();
            bool changes = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Any(m => m is "PUT" or "DELETE")
                || endpoint.RoutePattern.RawText!.Contains("/admin/", StringComparison.Ordinal);
            Assert.Equal(changes ? AccessScope.Admin : AccessScope.Search, scope);
        });
    }

    [Theory]
    [InlineData("/v1/search?q=a")]
    [InlineData("/")]
    [InlineData("/v1/nothing")]
    public async Task Get_Anything_CarriesTheSecurityHeaders(string path)
    {
        using HttpResponseMessage response = await service.Client.GetAsync(path);

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Cors_OtherOrigin_IsClosedUnlessConfigured()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(
            new Dictionary<string, string> { ["a.txt"] = "湖边的灯塔。" },
            new Dictionary<string, string> { ["ScoSearch:Security:CorsOrigins:0"] = "https://friend.example.org" });
        using HttpClient client = host.CreateClient();

        Assert.Null(await AllowedOrigin(service.Client, "https://friend.example.org"));
        Assert.Null(await AllowedOrigin(client, "https://evil.example.org"));
        Assert.Equal("https://friend.example.org", await AllowedOrigin(client, "https://friend.example.org"));
    }

    [Theory]
    [InlineData("ScoSearch:Security:Keys:0:Hash", "not a hash")]
    [InlineData("ScoSearch:Limits:MaxLimit", "101")]
    [InlineData("ScoSearch:Limits:Burst", "0")]
    [InlineData("ScoSearch:Security:CorsOrigins:0", "friend")]
    public async Task Start_SettingThatIsWrong_IsNamed(string name, string value)
    {
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => ServiceHost.StartAsync(
            new Dictionary<string, string> { ["a.txt"] = "湖边的灯塔。" }, new Dictionary<string, string> { [name] = value }));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string?> AllowedOrigin(HttpClient client, string origin)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/search?q=a");
        request.Headers.TryAddWithoutValidation("Origin", origin);
        using HttpResponseMessage response = await client.SendAsync(request);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out IEnumerable<string>? allowed) ? allowed.Single() : null;
    }

    private static AccessControl CreateControl(SecurityOptions security)
    {
        IOptions<ServiceOptions> options = Options.Create(new ServiceOptions { Security = security });
        return new AccessControl(new ApiKeys(options), options);
    }

    private static ApiKeyOptions[] Keys() =>
    [
        new() { Name = "admin", Hash = HashOf(AdminKey), Scopes = ["admin"] },
        new() { Name = "search", Hash = HashOf(SearchKey), Scopes = ["search"] },
    ];

    private static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static DefaultHttpContext CreateContext(string method, string remote, string local, string host)
    {
        DefaultHttpContext context = new();
        context.Request.Method = method;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(host);
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Connection.LocalIpAddress = IPAddress.Parse(local);
        return context;
    }
}
