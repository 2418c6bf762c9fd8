namespace ScoSearch.EndToEnd.Tests;

/// <summary>All tests of the page share one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browser>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "browser";
}
