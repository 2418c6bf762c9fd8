using System.Runtime.CompilerServices;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// What a step in the trie asks of a node, in 4 bytes instead of 16: slot of its parent (18 bits), whether words go on
/// behind it, whether a word ends there. The answers are 0 or 1.
/// </summary>
internal static class LexiconCheck
{
    private const int GoesOnShift = 30;
    private const int WordShift = 31;

    /// <summary>Packs the answers of a node.</summary>
    public static uint Of(ref readonly LexiconNode node) =>
        node.Parent | (node.Base != 0 ? 1u << GoesOnShift : 0) | (node.IsWord ? 1u << WordShift : 0);

    /// <summary>1 if the node's parent is in a slot.</summary>
    public static uint HasParent(uint check, uint slot) =>
        Unsafe.BitCast<bool, byte>((check & LexiconNode.MaxSlot) == slot);

    /// <summary>1 if the node has children.</summary>
    public static uint GoesOn(uint check) => (check >> GoesOnShift) & 1;

    /// <summary>1 if a dictionary word ends at the node.</summary>
    public static uint IsWord(uint check) => check >> WordShift;
}
