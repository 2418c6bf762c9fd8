namespace ScoSearch.Api.Security;

/// <summary>What an endpoint asks of its caller; higher includes lower.</summary>
internal enum AccessScope
{
    /// <summary>Nothing: probes, the page, the description of the interface.</summary>
    None,

    /// <summary>Searching and reading.</summary>
    Search,

    /// <summary>Changing documents, rebuilding, reloading.</summary>
    Admin,
}
