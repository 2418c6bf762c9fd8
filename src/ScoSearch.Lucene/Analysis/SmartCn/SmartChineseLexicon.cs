using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// The words and word pairs of the HMM segmenter with their edge weights, packed for lookup. Immutable; shared by all
/// threads.
/// </summary>
/// <remarks>
/// <para>
/// Packed file (little-endian): magic "SCL1"; node count, pair table length and weight count (int32 each); 65,536
/// character codes (uint16); the nodes (16 bytes each, <see cref="LexiconNode"/>); the pair table (uint32 each); the
/// weights (binary64 each).
/// </para>
/// <para>
/// Node slots: 0 is the root; slot c is the single Han character with code c, word or not; then the rest of the trie;
/// the last ones, found by the
/// <see cref="SpecialNode"/> numbers counted from <see cref="SpecialStart"/>, are markers and punctuation marks. The
/// code of a Han character is its first-level slot (0 = in no word); the code of a punctuation mark is its special node
/// number (0 = a mark without pairs).
/// </para>
/// <para>
/// Pairs: one small hash table for each left word (<see cref="PairRow"/>), all in one array of <see cref="PairEntry"/>.
/// The weights are all values of the formula that the dictionary can produce, the ones used most first.
/// </para>
/// </remarks>
internal sealed class SmartChineseLexicon
{
    /// <summary>First bytes of the packed file.</summary>
    public const uint Magic = 0x314C4353; // "SCL1"

    private static readonly Lazy<SmartChineseLexicon> Shared = new(Load);

    private SmartChineseLexicon(ushort[] codes, LexiconNode[] nodes, uint[] pairs, double[] weights)
    {
        Codes = codes;
        Nodes = nodes;
        Pairs = pairs;
        Weights = weights;
    }

    /// <summary>The lexicon, loaded by the first caller in some milliseconds.</summary>
    public static SmartChineseLexicon Instance => Shared.Value;

    /// <summary>Code of each UTF-16 unit.</summary>
    public ushort[] Codes { get; }

    /// <summary>Trie and statistics.</summary>
    public LexiconNode[] Nodes { get; }

    /// <summary>Entries of all rows of pairs.</summary>
    public uint[] Pairs { get; }

    /// <summary>Edge weights.</summary>
    public double[] Weights { get; }

    /// <summary>Slot of special node 0.</summary>
    public int SpecialStart => Nodes.Length - SpecialNode.Count;

    /// <summary>Follows one character from a node.</summary>
    /// <returns>The slot of the child, or 0 when no word goes on with that character.</returns>
    public uint Child(uint slot, char character)
    {
        uint code = Codes[character];
        uint child = Nodes[slot].Base + code;
        return code != 0 && Nodes[child].Parent == slot ? child : 0;
    }

    /// <summary>The slot of a word of Han characters, or 0 when it is not in the dictionary.</summary>
    public uint Find(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word[0] is < CharacterTypes.FirstHan or > CharacterTypes.LastHan)
        {
            return 0;
        }

        uint slot = Codes[word[0]];
        for (int i = 1; i < word.Length && slot != 0; i++)
        {
            slot = word[i] is >= CharacterTypes.FirstHan and <= CharacterTypes.LastHan ? Child(slot, word[i]) : 0;
        }

        return slot != 0 && Nodes[slot].IsWord ? slot : 0;
    }

    private static SmartChineseLexicon Load()
    {
        const string Name = PackedResource.SmartChineseLexicon;
        using Stream stream = PackedResource.Open(Name);
        PackedResource.ReadHeader(stream, Magic, Name);
        int nodeCount = PackedResource.ReadInt32(stream);
        int pairCount = PackedResource.ReadInt32(stream);
        int weightCount = PackedResource.ReadInt32(stream);

        // Safety: the element types have no invalid bit patterns. One copy instead of reading the mapped image in
        // place: it gives aligned arrays with bounds checks for about two milliseconds.
        ushort[] codes = GC.AllocateUninitializedArray<ushort>(char.MaxValue + 1);
        stream.ReadExactly(MemoryMarshal.AsBytes(codes.AsSpan()));
        LexiconNode[] nodes = GC.AllocateUninitializedArray<LexiconNode>(nodeCount);
        stream.ReadExactly(MemoryMarshal.AsBytes(nodes.AsSpan()));
        uint[] pairs = GC.AllocateUninitializedArray<uint>(pairCount);
        stream.ReadExactly(MemoryMarshal.AsBytes(pairs.AsSpan()));

        // All 65,536 places that an index of 16 bits can name, so that no lookup leaves the array.
        double[] weights = new double[char.MaxValue + 1];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan(0, weightCount)));
        CheckBounds(nodes, pairs.Length);
        return new SmartChineseLexicon(codes, nodes, pairs, weights);
    }

    // What the segmenter relies on without asking again: every row has all its home places inside the pair table.
    private static void CheckBounds(LexiconNode[] nodes, int pairCount)
    {
        foreach (ref readonly LexiconNode node in nodes.AsSpan())
        {
            PairRow row = node.Row;
            if (row.Start + row.HomeCount > pairCount)
            {
                throw new UnreachableException("the packed lexicon is damaged");
            }
        }
    }
}
