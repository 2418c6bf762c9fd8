using System.Text.Json;

namespace ScoSearch.Api.Tests;

/// <summary>Compares an answer with the schema that the description of the interface gives for it.</summary>
/// <param name="description">The OpenAPI document.</param>
internal sealed class SchemaCheck(JsonElement description)
{
    private const string ReferencePrefix = "#/components/schemas/";

    /// <summary>The schema of an answer.</summary>
    public JsonElement SchemaOf(string path, string method, string status)
    {
        JsonElement content = description.GetProperty("paths").GetProperty(path).GetProperty(method)
            .GetProperty("responses").GetProperty(status).GetProperty("content");
        return content.EnumerateObject().Single().Value.GetProperty("schema");
    }

    /// <summary>Fails with the place at which the answer is not what the schema says.</summary>
    public void Check(JsonElement value, JsonElement schema, string place)
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("oneOf", out JsonElement choices))
        {
            JsonElement[] fitting = [.. choices.EnumerateArray().Where(choice => AllowsKind(Resolve(choice), value))];
            Assert.True(fitting.Length == 1, $"{place}: {fitting.Length} of the choices fit {value.ValueKind}");
            Check(value, fitting[0], place);
            return;
        }

        Assert.True(AllowsKind(schema, value), $"{place} is {value.ValueKind}, the schema says {schema}");
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckMembers(value, schema, place);
                break;
            case JsonValueKind.Array:
                int i = 0;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Check(item, schema.GetProperty("items"), $"{place}[{i++}]");
                }

                break;
            case JsonValueKind.String when schema.TryGetProperty("enum", out JsonElement names):
                Assert.Contains(value.GetString(), names.EnumerateArray().Select(name => name.GetString()));
                break;
        }
    }

    private void CheckMembers(JsonElement value, JsonElement schema, string place)
    {
        if (schema.TryGetProperty("required", out JsonElement required))
        {
            foreach (JsonElement name in required.EnumerateArray())
            {
                Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{place} lacks {name}");
            }
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            string inside = $"{place}.{member.Name}";
            if (schema.TryGetProperty("properties", out JsonElement known) && known.TryGetProperty(member.Name, out JsonElement expected))
            {
                Check(member.Value, expected, inside);
            }
            else
            {
                Assert.True(schema.TryGetProperty("additionalProperties", out JsonElement others), $"{inside} is not described");
                Check(member.Value, others, inside);
            }
        }
    }

    private static bool AllowsKind(JsonElement schema, JsonElement value)
    {
        string kind = value.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Null => "null",
            _ => value.TryGetInt64(out _) ? "integer" : "number",
        };
        if (!schema.TryGetProperty("type", out JsonElement type))
        {
            return schema.TryGetProperty("enum", out _) && kind == "string";
        }

        string[] allowed = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!];
        return allowed.Contains(kind) || (kind == "integer" && allowed.Contains("number"));
    }

    private JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out JsonElement reference)
            ? description.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()![ReferencePrefix.Length..])
            : schema;
}
