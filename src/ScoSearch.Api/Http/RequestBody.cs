using System.IO;
using Microsoft.AspNetCore.Http.Features;

namespace ScoSearch.Api.Http;

/// <summary>Reads bodies of requests up to a limit.</summary>
internal static class RequestBody
{
    private const int BufferSize = 1 << 16;
    private const int Allowance = 1 << 20;

    /// <summary>Reads the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxInBytes">Largest body.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The bytes, or the problem with them.</returns>
    public static async ValueTask<(byte[]? Body, Problem? Problem)> ReadAsync(
        HttpRequest request, long maxInBytes, CancellationToken cancellation)
    {
        // The server's own limit is that of small requests; this one may be larger. Beyond its limit the server cuts the
        // connection, so a body that is only a little too large may still come in, for the client to see the answer.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = maxInBytes + Allowance;
        }

        if (request.ContentLength > maxInBytes)
        {
            return (null, BodyProblems.TooLarge(maxInBytes));
        }

        using MemoryStream content = new((int)Math.Min(request.ContentLength ?? BufferSize, maxInBytes));
        byte[] buffer = new byte[BufferSize];
        try
        {
            for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0;)
            {
                if (content.Length + read > maxInBytes)
                {
                    return (null, BodyProblems.TooLarge(maxInBytes));
                }

                content.Write(buffer, 0, read);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, BodyProblems.TooLarge(maxInBytes));
        }

        return (content.ToArray(), null);
    }
}
