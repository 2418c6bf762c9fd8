namespace ScoSearch.Lucene.Fst;

/// <summary>An arc under construction.</summary>
internal struct FstBuilderArc
{
    public FstBuilderArc()
    {
    }

    public byte Label;
    public bool IsFinal;

    /// <summary>Address of the node it leads to, or one of the end values of <see cref="FstFormat"/>.</summary>
    public long Target;

    public byte[] Output = [];
    public byte[] FinalOutput = [];
}
