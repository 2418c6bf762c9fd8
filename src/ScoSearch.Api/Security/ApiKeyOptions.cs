namespace ScoSearch.Api.Security;

/// <summary>A key as it stands in the configuration: hashed, so that who reads the configuration cannot use it.</summary>
public sealed record ApiKeyOptions
{
    /// <summary>Name of its holder, for logs and limits.</summary>
    public string Name { get; init; } = "";

    /// <summary>SHA-256 of the key's UTF-8 bytes, 64 hexadecimal digits; <c>scosearch key</c> prints a new key with its hash.</summary>
    public string Hash { get; init; } = "";

    /// <summary>What it opens: "search", "admin"; admin includes search.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
}
