using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>One node of the word graph of a sentence: a possible word and the best path that ends with it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GraphNode
{
    /// <summary>Cost of the best path from the begin of the sentence through this node.</summary>
    public double Cost;

    /// <summary>Index of the first entry of this word's row of pairs.</summary>
    public uint RowStart;

    /// <summary>Multiplier of the row's hash.</summary>
    public uint RowMultiplier;

    /// <summary>Right shift of the row's hash.</summary>
    public int RowShift;

    /// <summary>Index of the weight of an edge to a word with which this one forms no pair.</summary>
    public uint AbsentWeight;

    /// <summary>The next node after which the same place is reached; -1 for the last.</summary>
    public int NextArrival;

    /// <summary>The node before this one on the best path.</summary>
    public int Predecessor;

    /// <summary>First unit, counted from the begin of the sentence.</summary>
    public int Start;

    /// <summary>Unit behind the last one.</summary>
    public int End;

    /// <summary>Number of the user word among those of the sentence; -1 for other words.</summary>
    public int UserWord;
}
