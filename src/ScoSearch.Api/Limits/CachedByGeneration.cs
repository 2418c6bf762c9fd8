namespace ScoSearch.Api.Limits;

/// <summary>Marks endpoints whose answers depend on the request and the state of the index alone.</summary>
internal sealed record CachedByGeneration
{
    /// <summary>The mark.</summary>
    public static CachedByGeneration Mark { get; } = new();
}
