using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ScoSearch.TestSupport;
using Xunit.Abstractions;

namespace ScoSearch.Api.Tests;

/// <summary>Random requests, byte by byte as no client library would send them: each gets an answer, none an error of the server.</summary>
public sealed class HostileRequestTests(ServiceFixture service, ITestOutputHelper output) : IClassFixture<ServiceFixture>
{
    private const int Requests = 600;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private static readonly string[] Methods = ["GET", "GET", "GET", "POST", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "TRACE", "BREW"];

    private static readonly string[] Paths =
    [
        "/v1/search", "/v1/suggest", "/v1/documents", "/v1/documents/{}", "/v1/documents/{}/paragraphs", "/v1/paragraphs/{}", "/v1/similar/{}",
        "/v1/analyze", "/v1/stats", "/v1/admin/jobs/{}", "/v1/admin/reload", "/openapi/{}.json", "/api-docs/{}", "/js/{}", "/{}", "/readyz",
    ];

    private static readonly string[] Names =
    [
        "q", "syntax", "fields", "operator", "filter", "sort", "facets", "facetLimit", "offset", "limit", "cursor", "collapse", "groupLimit", "context",
        "highlight", "highlightPreTag", "cropLength", "fragments", "format", "minScore", "explain", "profile", "timeoutMs", "lang", "from", "to", "kind",
        "text", "paragraphId", "title", "date", "filename", "otherDocumentsOnly",
    ];

    private static readonly string[] Values =
    [
        "上合组织", "“上海精神”", "lucene", "true", "-1", "0", "1", "99", "1e309", "NaN", "2147483648", "body", "kind = body", "kind IN (", "date >= 9999-99-99",
        "(((((", "a* b? /x[/ ~2", "[a TO", "\"", "<script>", "01-history.txt#5", "../../etc/passwd", "year,kind", "\0", "\u202e", "\ud800", "𠮷𠮷", "％", "%", "&", "",
    ];

    [Fact]
    public async Task Requests_OfAnyBytes_AreAnsweredWithoutErrorsOfTheServer()
    {
        int seed = TestSeed.Next();
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        Random random = new(seed);
        Uri address = service.Client.BaseAddress!;
        for (int i = 0; i < Requests; i++)
        {
            byte[] request = Compose(random, address);

            string answer = await Send(address, request);

            string shown = $"request {i} of seed {seed}: {Encoding.Latin1.GetString(request)[..Math.Min(request.Length, 400)]}\n{answer[..Math.Min(answer.Length, 400)]}";
            Assert.True(answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal), shown);
            Assert.True(answer[9] is '2' or '3' or '4', shown);
            Assert.DoesNotContain("   at ScoSearch", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("root:x:", answer, StringComparison.Ordinal);
        }

        JsonElement after = await ServiceHost.GetJson(service.Client, "/v1/search?q=" + Uri.EscapeDataString("上合组织"));
        Assert.True(after.GetProperty("hits").GetArrayLength() > 0);
    }

    private static byte[] Compose(Random random, Uri address)
    {
        string method = Pick(random, Methods);
        StringBuilder line = new(Pick(random, Paths).Replace("{}", Escape(random, Pick(random, Values)), StringComparison.Ordinal));
        int parameters = random.Next(5);
        for (int i = 0; i < parameters; i++)
        {
            line.Append(i == 0 ? '?' : '&').Append(Pick(random, Names)).Append(random.Next(20) == 0 ? "" : "=").Append(Escape(random, Value(random)));
        }

        byte[] body = random.Next(2) == 0 ? [] : Body(random);
        StringBuilder head = new();
        head.Append(method).Append(' ').Append(line).Append(" HTTP/1.1\r\nHost: ").Append(address.Authority).Append("\r\nConnection: close\r\n");
        head.Append(random.Next(3) == 0 ? "" : "Content-Type: " + Pick(random, ["application/json", "text/plain", "application/json; charset=gbk", "x", "application/pdf"]) + "\r\n");
        head.Append(random.Next(6) == 0 ? "Accept-Language: " + Pick(random, ["en", "zh;q=2", ";;;", "fr-\u00ff", "*"]) + "\r\n" : "");
        head.Append(random.Next(6) == 0 ? "If-None-Match: " + Pick(random, ["*", "\"", "W/\"1\"", "x y"]) + "\r\n" : "");
        head.Append(random.Next(6) == 0 ? "Authorization: " + Pick(random, ["Bearer", "Bearer x", "Basic \u00ff"]) + "\r\n" : "");
        head.Append("Content-Length: ").Append(body.Length).Append("\r\n\r\n");
        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. body];
    }

    private static byte[] Body(Random random)
    {
        if (random.Next(4) == 0)
        {
            byte[] noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            return noise;
        }

        StringBuilder json = new("{");
        int members = random.Next(5);
        for (int i = 0; i < members; i++)
        {
            json.Append(i == 0 ? "" : ",").Append('"').Append(Pick(random, Names)).Append("\":").Append(random.Next(7) switch
            {
                0 => "null",
                1 => "[\"year\",\"kind\"]",
                2 => "{\"a\":[{}]}",
                3 => Pick(random, ["1", "-5", "1e400", "0.5", "true", "\"\\ud800\""]),
                4 => new string('[', random.Next(200)),
                _ => JsonSerializer.Serialize(Value(random).Replace('\ud800', '?')),
            });
        }

        return Encoding.UTF8.GetBytes(json.Append(random.Next(10) == 0 ? "" : "}").ToString());
    }

    private static string Value(Random random) => random.Next(12) switch
    {
        0 => new string(Pick(random, ["上", "(", "a ", "*", "\""])[0], random.Next(3000)),
        1 => Pick(random, Values) + " " + Pick(random, Values) + Pick(random, Values),
        _ => Pick(random, Values),
    };

    // Percent-encoded as it should be, as no encoder would, or not at all where a line of a request allows it.
    private static string Escape(Random random, string value)
    {
        StringBuilder escaped = new();
        foreach (byte b in Encoding.UTF8.GetBytes(value))
        {
            bool isPlain = char.IsAsciiLetterOrDigit((char)b) || (random.Next(4) == 0 && b is > 0x20 and < 0x7F and not (byte)'#' and not (byte)'?');
            escaped.Append(isPlain ? ((char)b).ToString() : $"%{b:X2}");
        }

        return random.Next(15) switch
        {
            0 => escaped + "%",
            1 => escaped + "%FF%C0%80",
            2 => escaped + "%ED%A0%80",
            _ => escaped.ToString(),
        };
    }

    private static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];

    private static async Task<string> Send(Uri address, byte[] request)
    {
        using CancellationTokenSource limit = new(TimeLimit);
        using TcpClient client = new();
        await client.ConnectAsync(address.Host, address.Port, limit.Token);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(request, limit.Token);
        using MemoryStream answer = new();
        await stream.CopyToAsync(answer, limit.Token);
        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
