namespace ScoSearch.Core.Indexing;

/// <summary>What an indexing run did. Immutable.</summary>
public sealed record IndexingSummary
{
    /// <summary>Documents written to the index.</summary>
    public required int Documents { get; init; }

    /// <summary>Paragraphs written to the index.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>Files that could not be read, each with its reason.</summary>
    public required IReadOnlyList<IndexingFailure> Failed { get; init; }

    /// <summary>Wall-clock seconds.</summary>
    public required double Seconds { get; init; }
}
