using System.Globalization;
using Microsoft.Net.Http.Headers;
using ScoSearch.Core;

namespace ScoSearch.Api.Http;

/// <summary>ETags: an answer is the same as long as the index, the service and the language are.</summary>
internal static class GenerationTag
{
    // Another build of the service may answer otherwise over the same index.
    private static readonly string Build = typeof(GenerationTag).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>Whether the client has the answer of this generation.</summary>
    public static bool IsKnown(HttpRequest request, ScoSearchIndex index)
    {
        EntityTagHeaderValue tag = new(Of(request, index), isWeak: true);
        return request.GetTypedHeaders().IfNoneMatch.Any(known =>
            known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
    }

    /// <summary>Tags an answer; it may be kept, but must be asked for again.</summary>
    public static void Set(HttpResponse response, ScoSearchIndex index)
    {
        response.Headers.ETag = "W/" + Of(response.HttpContext.Request, index);
        response.Headers.CacheControl = "no-cache";
        response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }

    private static string Of(HttpRequest request, ScoSearchIndex index) => string.Create(
        CultureInfo.InvariantCulture, $"\"{index.Generation:x}-{Build}-{(int)RequestLanguage.Of(request)}\"");
}
