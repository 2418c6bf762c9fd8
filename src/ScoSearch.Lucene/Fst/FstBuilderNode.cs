using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Fst;

/// <summary>A node under construction.</summary>
internal sealed class FstBuilderNode
{
    public List<FstBuilderArc> Arcs { get; } = [];

    /// <summary>True when a key ends here.</summary>
    public bool IsFinal { get; set; }

    /// <summary>What is added to the output of the key that ends here.</summary>
    public byte[] Output { get; private set; } = [];

    public ref FstBuilderArc LastArc => ref CollectionsMarshal.AsSpan(Arcs)[^1];

    public void PrependOutput(byte[] prefix)
    {
        foreach (ref FstBuilderArc arc in CollectionsMarshal.AsSpan(Arcs))
        {
            arc.Output = [.. prefix, .. arc.Output];
        }

        if (IsFinal)
        {
            Output = [.. prefix, .. Output];
        }
    }

    public void Clear()
    {
        Arcs.Clear();
        IsFinal = false;
        Output = [];
    }
}
