using System.Text.Json.Serialization.Metadata;
using ScoSearch.Core.Text;

namespace ScoSearch.Api.Http;

/// <summary>Writes answers as JSON in UTF-8, every Chinese character as itself, rare ones too.</summary>
internal static class JsonAnswer
{
    /// <summary>Media type of answers.</summary>
    public const string MediaType = "application/json; charset=utf-8";

    /// <summary>An answer with status 200, serialized at once: sending it needs nothing of the index any more.</summary>
    public static IResult Ok<T>(T value, JsonTypeInfo<T> type) => With(value, type, StatusCodes.Status200OK);

    /// <summary>An answer with another status, serialized at once.</summary>
    public static IResult With<T>(T value, JsonTypeInfo<T> type, int status) =>
        new JsonResult(ReadableJson.Serialize(value, type), status);

    /// <summary>Writes a value.</summary>
    public static Task WriteAsync<T>(
        HttpResponse response, T value, JsonTypeInfo<T> type, string mediaType, CancellationToken cancellation) =>
        SendAsync(response, ReadableJson.Serialize(value, type), mediaType, cancellation);

    private static async Task SendAsync(HttpResponse response, byte[] json, string mediaType, CancellationToken cancellation)
    {
        response.ContentType = mediaType;
        response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await response.Body.WriteAsync(json, cancellation);
        }
    }

    private sealed class JsonResult(byte[] json, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            return SendAsync(httpContext.Response, json, MediaType, httpContext.RequestAborted);
        }
    }
}
