using ScoSearch.Api.Http;

namespace ScoSearch.Api.Security;

/// <summary>Marks endpoints with the scope they ask for.</summary>
internal static class AccessEndpointExtensions
{
    /// <summary>Lets only callers with the scope through.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoints, AccessScope scope)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.WithMetadata(new RequiredScope(scope));
        return endpoints;
    }

    /// <summary>Checks the scope of the endpoint that was found, before anything else of the request is read.</summary>
    public static IApplicationBuilder UseAccessControl(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        AccessScope scope = context.GetEndpoint()?.ScopeOf() ?? AccessScope.None;
        AccessControl control = context.RequestServices.GetRequiredService<AccessControl>();
        Problem? problem = control.Check(context, scope);
        await (problem is null ? next(context) : problem.ExecuteAsync(context));
    });

    /// <summary>The scope that an endpoint asks for.</summary>
    public static AccessScope ScopeOf(this Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<RequiredScope>()?.Scope ?? AccessScope.None;
}
