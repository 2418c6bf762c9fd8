namespace ScoSearch.Api.OpenApi;

/// <summary>Marks endpoints whose parameters stand in the query string, whatever the method.</summary>
internal sealed record QueryOnly
{
    /// <summary>The mark.</summary>
    public static QueryOnly Mark { get; } = new();
}
