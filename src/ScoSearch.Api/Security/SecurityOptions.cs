namespace ScoSearch.Api.Security;

/// <summary>Who may do what. Bound from the configuration section "ScoSearch:Security".</summary>
public sealed record SecurityOptions
{
    /// <summary>
    /// Whether the service may listen on an address other than loopback without any key. Searching is then open to whoever
    /// reaches it; writing and administration stay closed to all but this machine. The default is false: it refuses to start.
    /// </summary>
    public bool AllowUnprotected { get; init; }

    /// <summary>Whether searching and reading need a key too, except from this machine; the default is false.</summary>
    public bool RequireKeyForSearch { get; init; }

    /// <summary>The keys.</summary>
    public IReadOnlyList<ApiKeyOptions> Keys { get; init; } = [];

    /// <summary>Origins whose pages may call the service from a browser, such as <c>https://example.org</c>; none by default.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];
}
