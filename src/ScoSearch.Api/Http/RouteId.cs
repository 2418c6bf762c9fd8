using System.Net;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;

namespace ScoSearch.Api.Http;

/// <summary>Reads an id from the path of a request exactly as it was encoded.</summary>
/// <remarks>
/// Ids may hold <c>/</c> and <c>%</c>. The server decodes a path but leaves <c>%2F</c> as it is, so that its path no longer
/// tells <c>%2F</c> from <c>%252F</c>: only the line as it was sent does.
/// </remarks>
internal static class RouteId
{
    /// <summary>The decoded segment of the path.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The text; empty when there is no such segment or its bytes are no text.</returns>
    /// <param name="segment">Number of the segment, from 0: in <c>/v1/documents/x</c>, <c>x</c> is segment 2.</param>
    public static string Read(HttpContext context, int segment)
    {
        string target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (!target.StartsWith('/'))
        {
            // A proxy may send the whole address; a host in memory may send nothing.
            target = Uri.TryCreate(target, UriKind.Absolute, out Uri? address)
                ? address.AbsolutePath
                : context.Request.PathBase.ToUriComponent() + context.Request.Path.ToUriComponent();
        }

        int end = target.IndexOf('?', StringComparison.Ordinal);
        string[] segments = (end < 0 ? target : target[..end]).Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segment < segments.Length ? Decode(segments[segment]) : "";
    }

    // Empty, which is no id, when the bytes are no text.
    private static string Decode(string segment)
    {
        byte[] encoded = Encoding.UTF8.GetBytes(segment.Replace("+", "%2B", StringComparison.Ordinal));
        byte[] bytes = WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : "";
    }
}
