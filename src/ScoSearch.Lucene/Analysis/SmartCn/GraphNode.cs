using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>One node of the word graph of a sentence: a possible word and the best path that ends with it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GraphNode
{
    /// <summary>Cost of the best path from the begin of the sentence through this node.</summary>
    public double Cost;

    /// <summary><see cref="Cost"/> and the weight of an edge to a word with which this one forms no pair.</summary>
    public double CostOfAbsentPair;

    /// <summary>Index of the first entry of this word's row of pairs.</summary>
    public uint RowStart;

    /// <summary>Multiplier of the row's hash.</summary>
    public uint RowMultiplier;

    /// <summary>Right shift of the row's hash.</summary>
    public int RowShift;

    /// <summary>How far behind its home place an entry of the row may stand.</summary>
    public uint RowProbes;

    /// <summary>The next node after which the same place is reached; -1 for the last.</summary>
    public int NextArrival;

    /// <summary>The node before this one on the best path.</summary>
    public int Predecessor;

    /// <summary>First unit, counted from the begin of the sentence.</summary>
    public int Start;

    /// <summary>Unit behind the last one.</summary>
    public int End;
}
