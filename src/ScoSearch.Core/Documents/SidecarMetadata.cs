using System.IO;
using System.Text.Json;

namespace ScoSearch.Core.Documents;

/// <summary>Reads the file <c>NAME.meta.json</c> beside a document.</summary>
/// <remarks>
/// One JSON object; <c>title</c>, <c>subtitle</c>, <c>author</c>, <c>source</c> and <c>date</c> are known names, other
/// strings, numbers and booleans are kept by name. An array of strings is joined with <c>、</c>.
/// </remarks>
internal static class SidecarMetadata
{
    private const long MaxSizeInBytes = 1 << 20;

    public static DocumentMetadata ReadBeside(string path)
    {
        string beside = path + ".meta.json";
        if (!File.Exists(beside))
        {
            return DocumentMetadata.Empty;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(SourceDocument.ReadLimited(beside, MaxSizeInBytes));
            return FromJson(json.RootElement, MetadataOrigin.Sidecar);
        }
        catch (JsonException e)
        {
            throw new DocumentReadException(DocumentReadError.Malformed, beside, "not valid JSON", e);
        }
    }

    /// <summary>Metadata from the properties of a JSON object; empty when it is something else.</summary>
    public static DocumentMetadata FromJson(JsonElement json, MetadataOrigin origin)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return DocumentMetadata.Empty;
        }

        MetadataCollector collector = new(origin);
        foreach (JsonProperty property in json.EnumerateObject())
        {
            string? value = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => property.Value.GetRawText(),
                JsonValueKind.Array => string.Join('、', property.Value.EnumerateArray()
                    .Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString())),
                _ => null,
            };
            collector.Add(property.Name, value);
        }

        return collector.ToMetadata();
    }
}
