using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ScoSearch.Api.Http;

namespace ScoSearch.Api.OpenApi;

/// <summary>Adds the parameters that endpoints check themselves: to the query string of a GET, to the JSON object of a POST.</summary>
internal sealed class ParameterTransformer : IOpenApiOperationTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<EndpointParameters>().FirstOrDefault() is { } known)
        {
            ParameterSet parameters = known.Find(context.ApplicationServices);
            if (context.Description.HttpMethod == "POST" && !metadata.OfType<QueryOnly>().Any())
            {
                operation.OperationId += "ByPost";
                operation.RequestBody = BodyOf(parameters);
            }
            else
            {
                operation.Parameters ??= [];
                foreach (Parameter parameter in parameters.All)
                {
                    operation.Parameters.Add(QueryOf(parameter));
                }
            }
        }

        if (metadata.OfType<AnyBody>().Any())
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["*/*"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                },
            };
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter QueryOf(Parameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Required = parameter.IsRequired,
        Description = DescriptionOf(parameter),
        Schema = SchemaOf(parameter),
        Example = parameter.Example is null ? null : JsonValue.Create(parameter.Example),
        Style = ParameterStyle.Form,
        Explode = parameter.Kind != ParameterKind.Choices,
    };

    private static OpenApiRequestBody BodyOf(ParameterSet parameters)
    {
        OpenApiSchema schema = new()
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
            Required = new HashSet<string>(parameters.All.Where(p => p.IsRequired).Select(p => p.Name), StringComparer.Ordinal),
        };
        foreach (Parameter parameter in parameters.All)
        {
            OpenApiSchema member = SchemaOf(parameter);
            member.Description = DescriptionOf(parameter);
            schema.Properties[parameter.Name] = member;
        }

        return new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new() { Schema = schema },
            },
        };
    }

    private static string DescriptionOf(Parameter parameter) => $"{parameter.Chinese} · {parameter.English}";

    private static OpenApiSchema SchemaOf(Parameter parameter)
    {
        OpenApiSchema schema = new();
        switch (parameter.Kind)
        {
            case ParameterKind.Whole or ParameterKind.Number:
                schema.Type = parameter.Kind == ParameterKind.Whole ? JsonSchemaType.Integer : JsonSchemaType.Number;
                schema.Minimum = Invariant(parameter.Minimum);
                schema.Maximum = Invariant(parameter.Maximum);
                break;
            case ParameterKind.Switch:
                schema.Type = JsonSchemaType.Boolean;
                break;
            case ParameterKind.Choices:
                schema.Type = JsonSchemaType.Array;
                schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = EnumOf(parameter) };
                break;
            case ParameterKind.Choice:
                schema.Type = JsonSchemaType.String;
                schema.Enum = EnumOf(parameter);
                break;
            default:
                schema.Type = JsonSchemaType.String;
                schema.MinLength = (int)parameter.Minimum;
                schema.MaxLength = (int)Math.Min(parameter.Maximum, int.MaxValue);
                break;
        }

        schema.Default = DefaultOf(parameter);
        schema.Examples = parameter.Example is null ? null : [JsonValue.Create(parameter.Example)!];
        return schema;
    }

    private static JsonNode? DefaultOf(Parameter parameter) => parameter switch
    {
        { Default: null } => null,
        { Kind: ParameterKind.Whole or ParameterKind.Number or ParameterKind.Switch } => JsonNode.Parse(parameter.Default),
        _ => JsonValue.Create(parameter.Default),
    };

    private static List<JsonNode> EnumOf(Parameter parameter) => [.. parameter.Values.Select(value => JsonValue.Create(value)!)];

    private static string Invariant(double value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
