using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ScoSearch.Api.Indexing;
using ScoSearch.Api.Endpoints;

namespace ScoSearch.Api.Http;

/// <summary>JSON form of what only the service sends and takes: camelCase, nulls left out. Thread-safe.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(JobStatus))]
[JsonSerializable(typeof(DocumentChange))]
[JsonSerializable(typeof(UploadDescription))]
[JsonSerializable(typeof(TextUpload))]
[JsonSerializable(typeof(ServiceStatistics))]
[JsonSerializable(typeof(ReloadAnswer))]
internal sealed partial class ApiJsonContext : JsonSerializerContext
{
    /// <summary>The context to use: like the default one, but writes Chinese characters as they are.</summary>
    public static ApiJsonContext Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
