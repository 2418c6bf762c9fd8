using ScoSearch.Api.Http;

namespace ScoSearch.Api.OpenApi;

/// <summary>Says which parameters an endpoint knows, for its description. Immutable.</summary>
/// <param name="Find">Finds them among the services.</param>
internal sealed record EndpointParameters(Func<IServiceProvider, ParameterSet> Find);
