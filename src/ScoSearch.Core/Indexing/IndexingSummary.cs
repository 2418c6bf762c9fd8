namespace ScoSearch.Core.Indexing;

/// <summary>What an indexing run did. Immutable.</summary>
public sealed record IndexingSummary
{
    /// <summary>Documents written to the index.</summary>
    public required int Documents { get; init; }

    /// <summary>Paragraphs written to the index.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>Documents found in the index just as they are, and therefore not read again.</summary>
    public int Unchanged { get; init; }

    /// <summary>Documents taken out of the index.</summary>
    public int Removed { get; init; }

    /// <summary>What would change, in a dry run, by rising document id; otherwise empty.</summary>
    public IReadOnlyList<IndexingChange> Changes { get; init; } = [];

    /// <summary>Files that could not be read, each with its reason.</summary>
    public required IReadOnlyList<IndexingFailure> Failed { get; init; }

    /// <summary>Wall-clock seconds.</summary>
    public required double Seconds { get; init; }
}
