using System.Text.Json;

namespace ScoSearch.Api.Http;

/// <summary>Reads the parameters of a request: the query string of a GET, the JSON object of a POST, under the same names.</summary>
internal static class RequestParameters
{
    /// <summary>Reads and checks them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">The parameters of the endpoint.</param>
    /// <param name="maxBodyInBytes">Largest JSON object.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The values, or the problem with them.</returns>
    public static async ValueTask<(ParameterValues? Values, Problem? Problem)> ReadAsync(
        HttpRequest request, ParameterSet known, long maxBodyInBytes, CancellationToken cancellation)
    {
        Dictionary<string, IReadOnlyList<string>> raw = CollectQuery(request);
        Problem? problem = HttpMethods.IsPost(request.Method)
            ? await ReadBodyAsync(request, raw, maxBodyInBytes, cancellation)
            : null;
        return problem is null ? (known.Check(raw, out problem), problem) : (null, problem);
    }

    /// <summary>Reads and checks those of the query string alone.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">The parameters of the endpoint.</param>
    /// <param name="problem">What is wrong with them, or null.</param>
    /// <returns>The values, or null with a problem.</returns>
    public static ParameterValues? ReadQuery(HttpRequest request, ParameterSet known, out Problem? problem) =>
        known.Check(CollectQuery(request), out problem);

    private static Dictionary<string, IReadOnlyList<string>> CollectQuery(HttpRequest request) => request.Query.ToDictionary(
        pair => pair.Key, IReadOnlyList<string> (pair) => [.. pair.Value.Select(value => value ?? "")], StringComparer.Ordinal);

    private static async ValueTask<Problem?> ReadBodyAsync(
        HttpRequest request, Dictionary<string, IReadOnlyList<string>> raw, long maxBodyInBytes, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
        {
            return BodyProblems.NotJson();
        }

        (byte[]? body, Problem? problem) = await RequestBody.ReadAsync(request, maxBodyInBytes, cancellation);
        if (body is null)
        {
            return problem;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Collect(json.RootElement, raw)
                : BodyProblems.Malformed(null);
        }
        catch (JsonException e)
        {
            return BodyProblems.Malformed(e.BytePositionInLine is { } at && e.LineNumber == 0 ? (int)at : null);
        }
        catch (InvalidOperationException)
        {
            // A string with half of a surrogate pair is no text.
            return BodyProblems.Malformed(null);
        }
    }

    private static Problem? Collect(JsonElement body, Dictionary<string, IReadOnlyList<string>> raw)
    {
        foreach (JsonProperty member in body.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (Read(member.Value) is not { } values)
            {
                return BodyProblems.WrongMember(member.Name);
            }

            if (!raw.TryAdd(member.Name, values))
            {
                return BodyProblems.TwiceGiven(member.Name);
            }
        }

        return null;
    }

    private static List<string>? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return ReadOne(value) is { } text ? [text] : null;
        }

        List<string> all = [];
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (ReadOne(item) is not { } text)
            {
                return null;
            }

            all.Add(text);
        }

        return all;
    }

    private static string? ReadOne(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
