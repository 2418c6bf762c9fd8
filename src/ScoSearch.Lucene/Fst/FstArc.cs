namespace ScoSearch.Lucene.Fst;

/// <summary>An arc found in a node. Outputs lie backwards in the transducer's bytes.</summary>
internal struct FstArc
{
    public byte Flags;

    /// <summary>Address of the node it leads to; not positive when that has no arcs.</summary>
    public int Target;

    /// <summary>Address of the first (highest) byte of the output.</summary>
    public int OutputAt;

    public int OutputLength;

    /// <summary>Address of the first (highest) byte of the final output.</summary>
    public int FinalOutputAt;

    public int FinalOutputLength;

    public readonly bool IsFinal => (Flags & FstFormat.Final) != 0;
}
