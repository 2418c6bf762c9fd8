using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// The weights of the edges between short words that meet at one place, in front of a symbol; positive infinity where
/// a word does not exist.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PlaceWeights
{
    /// <summary>Binary64 values of one place.</summary>
    public const int Size = 4;

    /// <summary>Number of the weight from the word of one symbol to that of two.</summary>
    public const int OneToTwo = 1;

    /// <summary>Number of the weight from the word of two symbols to that of one.</summary>
    public const int TwoToOne = 2;

    /// <summary>Number of the weight from the word of two symbols to that of two.</summary>
    public const int TwoToTwo = 3;

    /// <summary>From the word of one symbol that ends here to those of one and of two symbols that begin here.</summary>
    public Vector128<double> FromOne;

    /// <summary>From the word of two symbols that ends here, likewise.</summary>
    public Vector128<double> FromTwo;
}
