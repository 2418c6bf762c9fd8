namespace ScoSearch.Api.OpenApi;

/// <summary>Marks endpoints that take a document of any format as body, whatever media type it is said to have.</summary>
internal sealed record AnyBody
{
    /// <summary>The mark.</summary>
    public static AnyBody Mark { get; } = new();
}
