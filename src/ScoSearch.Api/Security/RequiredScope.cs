namespace ScoSearch.Api.Security;

/// <summary>Says which scope an endpoint asks for. Immutable.</summary>
/// <param name="Scope">The scope.</param>
internal sealed record RequiredScope(AccessScope Scope);
