using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Indexing;

/// <summary>What an indexing run is to do. Immutable.</summary>
public sealed record IndexingRequest
{
    /// <summary>Files, folders and patterns; see <see cref="DocumentFiles"/>.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Documents that are at hand; <see cref="Prune"/> never removes them.</summary>
    public IReadOnlyList<SourceDocument> Documents { get; init; } = [];

    /// <summary>Ids of files that are passed over, though <see cref="Paths"/> hold them; none by default.</summary>
    public IReadOnlySet<string> Except { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Whether to build the index anew from these inputs alone. Readers see the old index until the end; a failure or a
    /// crash leaves it. The default is false: only what is new or changed is read.
    /// </summary>
    public bool Rebuild { get; init; }

    /// <summary>Whether an index is made although there is nothing to put into it yet; the default is false.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>Whether to remove documents of files that <see cref="Paths"/> no longer hold; the default is false.</summary>
    public bool Prune { get; init; }

    /// <summary>Whether only to say what would change, in <see cref="IndexingSummary.Changes"/>; the default is false.</summary>
    public bool DryRun { get; init; }
}
