namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// One entry of the pair table: column of the right word (upper 15 bits), flag, index of the edge weight (lower 16
/// bits); 0 is free.
/// </summary>
/// <remarks>
/// The flag says that a pair with this home place stands further behind; without it a search ends here.
/// </remarks>
internal static class PairEntry
{
    /// <summary>Set where a displaced pair passed.</summary>
    public const uint PassedFlag = 1u << (ColumnShift - 1);

    /// <summary>Column of words that are the right part of no pair; no entry has it.</summary>
    public const uint NoColumn = (1 << 15) - 1;

    /// <summary>Right shift that leaves the column.</summary>
    public const int ColumnShift = 17;

    /// <summary>Leaves the index of the weight.</summary>
    public const uint WeightMask = 0xFFFF;

    /// <summary>Packs an entry. Columns count from 1.</summary>
    public static uint Pack(uint column, ushort weight) => (column << ColumnShift) | weight;
}
