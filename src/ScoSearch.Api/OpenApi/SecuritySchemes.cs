using Microsoft.OpenApi;

namespace ScoSearch.Api.OpenApi;

/// <summary>The two ways to send a key.</summary>
internal static class SecuritySchemes
{
    /// <summary>Name of the scheme with the header <c>Authorization: Bearer</c>.</summary>
    public const string Bearer = "bearer";

    /// <summary>Name of the scheme with the header <c>X-API-Key</c>.</summary>
    public const string Key = "key";

    /// <summary>Both, by name.</summary>
    public static Dictionary<string, IOpenApiSecurityScheme> Create() => new(StringComparer.Ordinal)
    {
        [Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "本机访问不需要密钥 · over loopback no key is needed",
        },
        [Key] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "X-API-Key",
            Description = "同上 · as above",
        },
    };
}
