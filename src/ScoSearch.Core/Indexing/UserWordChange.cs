namespace ScoSearch.Core.Indexing;

/// <summary>What a change of user words did to an index. Immutable.</summary>
public sealed record UserWordChange
{
    /// <summary>Number of words that came, went or have another frequency.</summary>
    public required int Words { get; init; }

    /// <summary>Number of paragraphs that were analysed anew.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>Time it took.</summary>
    public required double Seconds { get; init; }
}
