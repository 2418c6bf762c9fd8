using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Indexing;

/// <summary>An input after reading. Immutable.</summary>
/// <param name="Unit">The input.</param>
/// <param name="Origin">Where its documents come from; null when it could not be read.</param>
/// <param name="Texts">Its documents; empty when unchanged or failed.</param>
internal sealed record ReadUnit(IndexingUnit Unit, DocumentOrigin? Origin, IReadOnlyList<ExtractedText> Texts)
{
    /// <summary>Whether the index holds it just so.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Why it could not be read, or null.</summary>
    public IndexingFailure? Failure { get; init; }
}
