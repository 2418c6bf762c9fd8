using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ScoSearch.Api.Limits;
using ScoSearch.Api.Security;

namespace ScoSearch.Api.OpenApi;

/// <summary>Describes what stands around an operation: ids in its path, the keys it takes, headers of its answers.</summary>
internal sealed class AnswerTransformer : IOpenApiOperationTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        AddPathParameters(operation, context.Description.RelativePath ?? "");
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RequiredScope>().Any() && context.Document is { } document)
        {
            // Nothing at all is one of the choices: over loopback no key is needed.
            operation.Security =
            [
                new OpenApiSecurityRequirement(),
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SecuritySchemes.Bearer, document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SecuritySchemes.Key, document)] = [] },
            ];
        }

        foreach ((string status, IOpenApiResponse response) in operation.Responses ?? [])
        {
            if (response is OpenApiResponse described)
            {
                described.Description = StatusDescriptions.Of(status) ?? described.Description;
                AddHeaders(described, status, metadata);
            }
        }

        return Task.CompletedTask;
    }

    private static void AddPathParameters(OpenApiOperation operation, string path)
    {
        string[] segments = path.Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i].StartsWith('{'))
            {
                operation.Parameters ??= [];
                operation.Parameters.Insert(0, new OpenApiParameter
                {
                    Name = segments[i].Trim('{', '}'),
                    In = ParameterLocation.Path,
                    Required = true,
                    Description = segments[i - 1] switch
                    {
                        "jobs" => "任务编号 · id of the job",
                        "documents" => "文档编号，百分号编码，/ 写作 %2F · id of the document, percent-encoded, / as %2F",
                        _ => "段落编号，百分号编码，# 写作 %23 · id of the paragraph, percent-encoded, # as %23",
                    },
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1 },
                });
            }
        }
    }

    private static void AddHeaders(OpenApiResponse response, string status, IList<object> metadata)
    {
        if (status is "200" && metadata.OfType<CachedByGeneration>().Any())
        {
            AddHeader(response, "ETag", "索引的代 · generation of the index");
        }
        else if (status is "201" or "202")
        {
            AddHeader(response, "Location", "新文档或任务的地址 · address of the new document or job");
        }
        else if (status is "429" or "503")
        {
            AddHeader(response, "Retry-After", "多少秒后再试 · seconds after which to try again");
        }
    }

    private static void AddHeader(OpenApiResponse response, string name, string description)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        response.Headers[name] = new OpenApiHeader
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
    }
}
