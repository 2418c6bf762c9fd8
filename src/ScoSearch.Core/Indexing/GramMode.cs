namespace ScoSearch.Core.Indexing;

/// <summary>Which terms <see cref="GramTokenizer"/> gives out.</summary>
internal enum GramMode
{
    /// <summary>Each character alone, and with its right neighbour.</summary>
    Index,

    /// <summary>Bigrams, and a character alone only where it has no Han neighbour; positions as in <see cref="Index"/>.</summary>
    Query,
}
