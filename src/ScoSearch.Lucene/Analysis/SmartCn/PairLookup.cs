using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>A pair of words whose weight is to be looked up.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PairLookup
{
    /// <summary>Home place of the pair in the pair table.</summary>
    public uint Home;

    /// <summary>Column of the right word.</summary>
    public ushort Column;

    /// <summary>Index of the weight if the words are no pair.</summary>
    public ushort AbsentWeight;

    /// <summary>Where the weight goes.</summary>
    public int Target;
}
