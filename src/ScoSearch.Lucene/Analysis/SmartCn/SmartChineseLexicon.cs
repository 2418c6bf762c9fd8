using System.Diagnostics;
using System.IO;
using System.Runtime.CompilerServices;
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
        Symbols = SymbolTable.Create(codes);
        Checks = CreateChecks(nodes);
    }

    /// <summary>The lexicon, loaded by the first caller in some milliseconds.</summary>
    public static SmartChineseLexicon Instance => Shared.Value;

    /// <summary>Code of each UTF-16 unit.</summary>
    public ushort[] Codes { get; }

    /// <summary>What symbol each UTF-16 unit makes; see <see cref="SymbolTable"/>.</summary>
    public ushort[] Symbols { get; }

    /// <summary>The answers of each node to a step in the trie; see <see cref="LexiconCheck"/>.</summary>
    public uint[] Checks { get; }

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

    /// <summary>The weight of the edge from a word to a word with a column.</summary>
    public double Weight(uint leftSlot, uint column)
    {
        ref readonly LexiconNode left = ref Nodes[leftSlot];
        return Weight(left.Row.Start + left.Row.Home(column), column, left.AbsentWeight);
    }

    /// <summary>The weight of an edge whose home place is known.</summary>
    /// <param name="home">Start of the left word's row plus home place of the pair.</param>
    /// <param name="column">Column of the right word.</param>
    /// <param name="absentWeight">Index of the weight if the words are no pair.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Weight(uint home, uint column, uint absentWeight)
    {
        // Safety: Load has checked that start + home place of every row is inside the pair table; the table of weights
        // has a place for every index of 16 bits.
        uint entry = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Pairs), home);

        // All bits set if the entry belongs to the pair, else none. No branch: it would be as good as random.
        uint known = (uint)(((int)((entry >> PairEntry.ColumnShift) ^ column) - 1) >> 31);
        uint index = absentWeight ^ ((absentWeight ^ (entry & PairEntry.WeightMask)) & known);
        if ((entry & PairEntry.PassedFlag & ~known) != 0)
        {
            index = WeightBehind(home + 1, column, absentWeight);
        }

        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Weights), index);
    }

    // The home place is taken by another pair and somebody passed it.
    private uint WeightBehind(uint index, uint column, uint absentWeight)
    {
        while (true)
        {
            uint entry = Pairs[index++];
            if (entry >> PairEntry.ColumnShift == column)
            {
                return entry & PairEntry.WeightMask;
            }

            if ((entry & PairEntry.PassedFlag) == 0)
            {
                return absentWeight;
            }
        }
    }

    private static SmartChineseLexicon Load()
    {
        const string Name = PackedResource.SmartChineseLexicon;
        using Stream stream = PackedResource.Open(Name);
        PackedResource.ReadHeader(stream, Magic, Name);
        int nodeCount = PackedResource.ReadInt32(stream);
        int pairCount = PackedResource.ReadInt32(stream);
        int weightCount = PackedResource.ReadInt32(stream);

        // One copy instead of reading the mapped image in place: it gives aligned arrays with bounds checks for about two
        // milliseconds. All 65,536 weights that an index of 16 bits can name, so that no lookup leaves the array.
        // Safety: each array is read whole, the weights as far as they go; the element types have no invalid patterns.
        ushort[] codes = new ushort[char.MaxValue + 1];
        PackedResource.Read(stream, ref Unsafe.As<ushort, byte>(ref codes[0]), sizeof(ushort) * codes.Length);
        LexiconNode[] nodes = new LexiconNode[nodeCount];
        PackedResource.Read(
            stream, ref Unsafe.As<LexiconNode, byte>(ref nodes[0]), checked(Unsafe.SizeOf<LexiconNode>() * nodeCount));
        uint[] pairs = new uint[pairCount];
        PackedResource.Read(stream, ref Unsafe.As<uint, byte>(ref pairs[0]), checked(sizeof(uint) * pairCount));
        double[] weights = new double[char.MaxValue + 1];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weightCount, weights.Length);
        PackedResource.Read(stream, ref Unsafe.As<double, byte>(ref weights[0]), sizeof(double) * weightCount);
        CheckBounds(codes, nodes, pairs.Length);
        return new SmartChineseLexicon(codes, nodes, pairs, weights);
    }

    private static uint[] CreateChecks(LexiconNode[] nodes)
    {
        uint[] checks = new uint[nodes.Length];
        for (int slot = 0; slot < nodes.Length; slot++)
        {
            checks[slot] = LexiconCheck.Of(in nodes[slot]);
        }

        return checks;
    }

    // What the segmenter relies on without asking again: every row has all its home places inside the pair table, and
    // no step leaves the trie.
    private static void CheckBounds(ushort[] codes, LexiconNode[] nodes, int pairCount)
    {
        int largestCode = 0;
        foreach (ushort code in codes)
        {
            largestCode = Math.Max(largestCode, code);
        }

        for (int slot = 0; slot < nodes.Length; slot++)
        {
            ref readonly LexiconNode node = ref nodes[slot];
            PairRow row = node.Row;
            if (row.Start + row.HomeCount > pairCount || node.Base + largestCode >= nodes.Length)
            {
                throw new UnreachableException("the packed lexicon is damaged");
            }
        }
    }
}
