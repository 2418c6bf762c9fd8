namespace ScoSearch.Api.Security;

/// <summary>A key. Immutable.</summary>
/// <param name="Name">Name of its holder.</param>
/// <param name="Hash">SHA-256 of the key.</param>
/// <param name="Scope">What it opens.</param>
internal sealed record ApiKey(string Name, byte[] Hash, AccessScope Scope);
