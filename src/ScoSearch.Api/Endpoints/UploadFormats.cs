using System.Collections.Frozen;
using System.IO;
using Microsoft.Net.Http.Headers;

namespace ScoSearch.Api.Endpoints;

/// <summary>Which format an uploaded document is said to have. The content has the last word.</summary>
internal static class UploadFormats
{
    private static readonly FrozenDictionary<string, string> ExtensionOfMediaType = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["text/plain"] = ".txt",
        ["text/markdown"] = ".md",
        ["text/html"] = ".html",
        ["application/xhtml+xml"] = ".html",
        ["application/pdf"] = ".pdf",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/x-ndjson"] = ".jsonl",
        ["application/jsonl"] = ".jsonl",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Extensions =
        FrozenSet.Create(StringComparer.Ordinal, ".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".jsonl");

    /// <summary>The extension that names the format, by the file's name, else by the media type; null when neither tells.</summary>
    public static string? ExtensionOf(string? fileName, string? contentType)
    {
        // Of what the client sent only one of a few known extensions goes on.
        string extension = Path.GetExtension(fileName ?? "").ToLowerInvariant();
        if (Extensions.TryGetValue(extension, out string? known))
        {
            return known;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            ? ExtensionOfMediaType.GetValueOrDefault(type.MediaType.ToString())
            : null;
    }
}
