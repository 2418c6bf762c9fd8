using ScoSearch.Api.Endpoints;
using ScoSearch.Api.Http;

namespace ScoSearch.Api.OpenApi;

/// <summary>Describes endpoints for the OpenAPI document.</summary>
internal static class DescriptionExtensions
{
    private static readonly int[] CommonProblems = [400, 401, 403, 429, 503];

    private static readonly ParameterSet LanguageOnly = new(SearchParameters.Language());

    /// <summary>Names the parameters, which the endpoint checks itself.</summary>
    public static RouteHandlerBuilder WithParameters<TOwner>(
        this RouteHandlerBuilder endpoint, Func<TOwner, ParameterSet> parameters)
        where TOwner : notnull =>
        endpoint.WithMetadata(new EndpointParameters(services => parameters(services.GetRequiredService<TOwner>())));

    /// <summary>Names parameters that do not depend on the configuration.</summary>
    public static RouteHandlerBuilder WithParameters(this RouteHandlerBuilder endpoint, ParameterSet parameters) =>
        endpoint.WithMetadata(new EndpointParameters(_ => parameters));

    /// <summary>Lets only the parameter <c>lang</c> through, for endpoints that read no other.</summary>
    public static RouteHandlerBuilder WithLanguageOnly(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(QueryOnly.Mark)
        .WithParameters(LanguageOnly)
        .AddEndpointFilter(async (invocation, next) =>
            RequestParameters.ReadQuery(invocation.HttpContext.Request, LanguageOnly, out Problem? problem) is null
                ? problem
                : await next(invocation));

    /// <summary>Names the answer, and the problems that any request may meet beside its own.</summary>
    public static RouteHandlerBuilder Answers<TAnswer>(this RouteHandlerBuilder endpoint, params int[] problems) =>
        endpoint.AnswersWith<TAnswer>(StatusCodes.Status200OK, problems);

    /// <summary>As <see cref="Answers"/>, for an answer of another status.</summary>
    public static RouteHandlerBuilder AnswersWith<TAnswer>(this RouteHandlerBuilder endpoint, int success, params int[] problems)
    {
        endpoint.Produces<TAnswer>(success);
        foreach (int status in CommonProblems.Union(problems).Order())
        {
            endpoint.Produces<ProblemBody>(status, Problem.MediaType);
        }

        return endpoint;
    }
}
