using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// One node of the packed word trie together with the statistics of the word that ends there: one cache line access for
/// both.
/// </summary>
/// <remarks>
/// The trie is a double array: the child of node n for character code c is at slot <c>Base(n) + c</c>, if the node
/// there names n as its parent. Layout of <see cref="Transition"/>, low bit first: parent slot (18 bits), base (18
/// bits), column (20 bits), word flag.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct LexiconNode
{
    /// <summary>Largest slot number that fits.</summary>
    public const int MaxSlot = (1 << 18) - 1;

    private const int BaseShift = 18;
    private const int ColumnShift = 36;
    private const int WordShift = 56;
    private const uint SlotMask = (1 << 18) - 1;
    private const uint ColumnMask = (1 << 20) - 1;

    /// <summary>Parent slot, base, column and word flag.</summary>
    public ulong Transition;

    /// <summary>Packed place of the row of pairs that have this word on the left.</summary>
    public uint RowPlace;

    /// <summary>Seed of that row.</summary>
    public ushort RowSeed;

    /// <summary>Index of the weight of an edge from this word to a word with which it forms no known pair.</summary>
    public ushort AbsentWeight;

    /// <summary>Packs the fields of the trie and the column.</summary>
    public static ulong Pack(int parent, int @base, int column, bool isWord) =>
        (uint)parent | ((ulong)(uint)@base << BaseShift) | ((ulong)(uint)column << ColumnShift)
            | (isWord ? 1UL << WordShift : 0);

    /// <summary>Slot of the node before the last character.</summary>
    public readonly uint Parent => (uint)Transition & SlotMask;

    /// <summary>Added to a character code to find a child.</summary>
    public readonly uint Base => (uint)(Transition >> BaseShift) & SlotMask;

    /// <summary>The pairs that have this word on the left.</summary>
    public readonly PairRow Row => new(RowPlace, RowSeed);

    /// <summary>
    /// Column of this word as the right part of pairs; <see cref="PairEntry.NoColumn"/> when it is the right part of
    /// none.
    /// </summary>
    public readonly uint Column => (uint)(Transition >> ColumnShift) & ColumnMask;

    /// <summary>True when a dictionary word ends here.</summary>
    public readonly bool IsWord => (Transition >> WordShift) != 0;
}
