using ScoSearch.Core.Searching;

namespace ScoSearch.Api.Limits;

/// <summary>What one request, one client and all of them together may ask for. Bound from "ScoSearch:Limits"; shown by <c>/v1/stats</c>.</summary>
public sealed record LimitOptions
{
    /// <summary>Longest query, in UTF-16 units; from 1 to 1,024, the default.</summary>
    public int MaxQueryLength { get; init; } = 1024;

    /// <summary>Most words, phrases, patterns and conditions of a query or filter; from 1 to 64, the default.</summary>
    public int MaxClauses { get; init; } = SearchRequest.MaxClauseLimit;

    /// <summary>Most hits an answer carries; from 1 to 100, the default.</summary>
    public int MaxLimit { get; init; } = 100;

    /// <summary>Deepest hit that <c>offset</c> reaches; a cursor goes on from there. From 100 to 10,000, the default.</summary>
    public int MaxWindow { get; init; } = 10_000;

    /// <summary>Largest body of a request in bytes, documents excepted; the default is 64 KiB.</summary>
    public int MaxBodyInBytes { get; init; } = 64 << 10;

    /// <summary>Largest document in bytes; the default is 50 MB.</summary>
    public int MaxDocumentInBytes { get; init; } = 50_000_000;

    /// <summary>Searches that run at once; 0, the default, for one a processor.</summary>
    public int ConcurrentSearches { get; init; }

    /// <summary>
    /// Searches that wait for their turn; further ones are turned away with 503. The default is six a processor: who waits
    /// longer than those before him need is answered later than it is worth.
    /// </summary>
    public int QueuedSearches { get; init; } = 6 * Environment.ProcessorCount;

    /// <summary>Time a search may take unless it asks for less, in milliseconds; the default is 5,000.</summary>
    public int SearchTimeoutMs { get; init; } = 5_000;

    /// <summary>Requests a client (a key, else an address) may make a second in the long run; 0 for no limit. The default is 100.</summary>
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>Requests a client may make at once after a pause; the default is 400.</summary>
    public int Burst { get; init; } = 400;

    /// <summary>Memory for answers that are kept for the same question, in megabytes; 0 for none. The default is 32.</summary>
    public int CacheInMegabytes { get; init; } = 32;

    /// <summary>Searches that run at once, resolved.</summary>
    internal int EffectiveConcurrentSearches => ConcurrentSearches > 0 ? ConcurrentSearches : Environment.ProcessorCount;
}
