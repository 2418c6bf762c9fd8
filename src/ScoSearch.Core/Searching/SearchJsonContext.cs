using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ScoSearch.Core.Analyzing;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Reading;
using ScoSearch.Core.Suggesting;

namespace ScoSearch.Core.Searching;

/// <summary>JSON form of requests' answers, shared by every front end: camelCase, Chinese unescaped, nulls left out. Thread-safe.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(SuggestResponse))]
[JsonSerializable(typeof(ParagraphEntry))]
[JsonSerializable(typeof(IReadOnlyList<ParagraphEntry>))]
[JsonSerializable(typeof(DocumentEntry))]
[JsonSerializable(typeof(DocumentList))]
[JsonSerializable(typeof(AnalysisView))]
[JsonSerializable(typeof(IndexStatistics))]
public sealed partial class SearchJsonContext : JsonSerializerContext
{
    /// <summary>
    /// The context to use: like the default one, but writes Chinese characters and tags as they are. Its JSON is for clients
    /// that take JSON, not for pages that hold it in a script element.
    /// </summary>
    public static SearchJsonContext Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
