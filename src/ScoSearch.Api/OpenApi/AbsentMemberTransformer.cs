using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ScoSearch.Api.OpenApi;

/// <summary>Answers leave out what is null: members that may be null are not described as required.</summary>
internal sealed class AbsentMemberTransformer : IOpenApiSchemaTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Required is { Count: > 0 } required)
        {
            foreach (JsonPropertyInfo member in context.JsonTypeInfo.Properties)
            {
                if (member.IsGetNullable)
                {
                    required.Remove(member.Name);
                }
            }
        }

        return Task.CompletedTask;
    }
}
