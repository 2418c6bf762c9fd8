using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ScoSearch.TestSupport;

namespace ScoSearch.Api.Tests;

public sealed class DocumentChangeTests : IAsyncLifetime
{
    private const string First = "湖边的灯塔建于一九一二年，塔身用青石砌成，至今还在使用。";
    private const string Second = "山谷里的水车由三代人接力修复，如今每天磨出两百斤面粉。";

    private ServiceHost _host = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["lake.txt"] = First });
        _client = _host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Put_Text_IsFoundAtOnceAndAfterARebuild()
    {
        using HttpResponseMessage created = await Put("mill", Second, "text/plain");
        using HttpResponseMessage replaced = await Put("mill", Second + "磨坊旁边新修了步道。", "text/plain");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/v1/documents/mill", created.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        Assert.Equal(["mill"], await Find("“步道”"));
        await RunRebuild();
        Assert.Equal(["mill"], await Find("“步道”"));
        Assert.Equal(["lake.txt"], await Find("“灯塔”"));
    }

    [Fact]
    public async Task Put_JsonWithMetadata_KeepsIt()
    {
        string body = $$"""{"title":"水车","author":"某人","source":"山谷报","date":"2024-07-06","text":"{{Second}}"}""";
        using HttpResponseMessage response = await Put("mill.json", body, "application/json");
        JsonElement entry = await ServiceHost.GetJson(_client, "/v1/documents/mill.json");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        JsonElement document = entry.GetProperty("document");
        Assert.Equal("水车", document.GetProperty("title").GetString());
        Assert.Equal("山谷报", document.GetProperty("source").GetString());
        Assert.Equal("2024-07-06", document.GetProperty("date").GetString());
    }

    [Fact]
    public async Task Put_Html_KeepsTextAndNoScript()
    {
        const string Page = "<html><head><title>水车</title><script>alert('x')</script></head><body><p>" + Second + "</p></body></html>";
        using HttpResponseMessage response = await Put("mill.html", Page, "text/html");
        JsonElement list = await ServiceHost.GetJson(_client, "/v1/documents/mill.html/paragraphs");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Contains(list.EnumerateArray(), paragraph => paragraph.GetProperty("text").GetString() == Second);
        Assert.DoesNotContain("alert", list.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_WordFile_IsRead()
    {
        string root = SharedData.RepositoryRoot ?? throw new InvalidOperationException("the tests run outside a checkout");
        byte[] file = await File.ReadAllBytesAsync(Path.Combine(root, "index-data", "corpus", "06-institutions.docx"));
        using ByteArrayContent content = new(file);
        using HttpResponseMessage response = await _client.PutAsync("/v1/documents/institutions", content);

        JsonElement change = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.True(change.GetProperty("paragraphs").GetInt32() > 20);
    }

    [Theory]
    [InlineData("a/b/c.txt")]
    [InlineData("../../outside")]
    [InlineData("%2e%2e%2f")]
    [InlineData("百分之 100% & 更多?.txt")]
    [InlineData("\U00020BB7野家")]
    [InlineData("C:\\Windows\\x")]
    public async Task Put_StrangeId_IsKeptExactlyAndNeverAPath(string id)
    {
        string[] before = [.. System.IO.Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_host.DataPath)!, "*outside*")];
        using HttpResponseMessage response = await Put(id, Second, "text/plain");

        JsonElement change = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(id, change.GetProperty("id").GetString());
        Assert.Equal([id], await Find("“水车”"));
        JsonElement entry = await ServiceHost.GetJson(_client, "/v1/documents/" + Uri.EscapeDataString(id));
        Assert.Equal(id, entry.GetProperty("document").GetProperty("id").GetString());
        Assert.Equal(2, System.IO.Directory.EnumerateFiles(Path.Combine(_host.DataPath, "uploads")).Count());
        Assert.Equal(before, System.IO.Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_host.DataPath)!, "*outside*"));
    }

    [Theory]
    [InlineData("a%23b")]
    [InlineData("a%0Ab")]
    [InlineData("a%00")]
    [InlineData("%FF")]
    public async Task Put_IdThatCannotBe_IsRefused(string encoded)
    {
        using StringContent content = new(Second, Encoding.UTF8, "text/plain");
        using HttpResponseMessage response = await _client.PutAsync(new Uri(_client.BaseAddress + "v1/documents/" + encoded), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Delete_Document_IsGoneAlsoAfterARebuild()
    {
        using HttpResponseMessage put = await Put("mill", Second, "text/plain");
        using HttpResponseMessage first = await _client.DeleteAsync("/v1/documents/mill");
        using HttpResponseMessage ofCorpus = await _client.DeleteAsync("/v1/documents/lake.txt");
        using HttpResponseMessage again = await _client.DeleteAsync("/v1/documents/mill");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ofCorpus.StatusCode);
        await ServiceHost.ReadProblem(again, HttpStatusCode.NotFound, "document_not_found");
        Assert.Empty(await Find("“水车”"));
        using HttpResponseMessage back = await Put("mill", Second, "text/plain");
        await RunRebuild();
        Assert.Empty(await Find("“灯塔”"));
        Assert.Equal(["mill"], await Find("“水车”"));
    }

    [Fact]
    public async Task Put_OverADocumentOfTheCorpus_StaysAfterARebuild()
    {
        using HttpResponseMessage response = await Put("lake.txt", Second, "text/plain");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await RunRebuild();
        Assert.Empty(await Find("“灯塔”"));
        Assert.Equal(["lake.txt"], await Find("“水车”"));
    }

    [Theory]
    [InlineData("", "text/plain", HttpStatusCode.UnprocessableEntity, "document_unreadable")]
    [InlineData("{\"text\":1}", "application/json", HttpStatusCode.BadRequest, "malformed_json")]
    [InlineData("{\"text\":\"a\",\"colour\":\"red\"}", "application/json", HttpStatusCode.BadRequest, "malformed_json")]
    [InlineData("PK\u0003\u0004broken", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", HttpStatusCode.UnprocessableEntity, "document_unreadable")]
    public async Task Put_DocumentThatCannotBeRead_IsAProblemAndChangesNothing(string body, string type, HttpStatusCode status, string code)
    {
        JsonElement before = await ServiceHost.GetJson(_client, "/v1/stats");
        using HttpResponseMessage response = await Put("bad", body, type);

        await ServiceHost.ReadProblem(response, status, code);
        JsonElement after = await ServiceHost.GetJson(_client, "/v1/stats");
        Assert.Equal(before.GetProperty("index").GetRawText(), after.GetProperty("index").GetRawText());
        Assert.False(System.IO.Directory.Exists(Path.Combine(_host.DataPath, "uploads")));
    }

    [Fact]
    public async Task Put_LargerThanTheLimit_Is413()
    {
        await using ServiceHost small = await ServiceHost.StartAsync(
            new Dictionary<string, string> { ["lake.txt"] = First },
            new Dictionary<string, string> { ["ScoSearch:Limits:MaxDocumentInBytes"] = "100000" });
        using HttpClient client = small.CreateClient();
        using StringContent known = new(new string('字', 40_000), Encoding.UTF8, "text/plain");
        using StreamContent chunked = new(new MemoryStream(Encoding.UTF8.GetBytes(new string('字', 40_000))));
        using HttpRequestMessage request = new(HttpMethod.Put, "/v1/documents/b") { Content = chunked };
        request.Headers.TransferEncodingChunked = true;

        using HttpResponseMessage first = await client.PutAsync("/v1/documents/a", known);
        using HttpResponseMessage second = await client.SendAsync(request);

        await ServiceHost.ReadProblem(first, HttpStatusCode.RequestEntityTooLarge, "content_too_large");
        await ServiceHost.ReadProblem(second, HttpStatusCode.RequestEntityTooLarge, "content_too_large");
    }

    private async Task<HttpResponseMessage> Put(string id, string body, string type)
    {
        StringContent content = new(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await _client.PutAsync("/v1/documents/" + Uri.EscapeDataString(id), content);
    }

    private async Task<string[]> Find(string query)
    {
        JsonElement answer = await ServiceHost.GetJson(_client, "/v1/search?q=" + Uri.EscapeDataString(query));
        return [.. answer.GetProperty("hits").EnumerateArray()
            .Select(hit => hit.GetProperty("document").GetProperty("id").GetString()!).Distinct()];
    }

    private async Task RunRebuild() => await Rebuilding.RunAsync(_client);
}
