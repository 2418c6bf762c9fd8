namespace ScoSearch.Lucene.Fst;

/// <summary>Constants of the byte layout of a finite state transducer with byte labels and byte sequence outputs.</summary>
/// <remarks>
/// Nodes are read backwards: a node's address is its highest byte. A node is a list of arcs, or one of two kinds with
/// arcs of equal length, marked by their first byte: arcs with labels for binary search, or arcs addressed directly by
/// label through a bit set. Address 0 holds a zero byte that belongs to no node.
/// </remarks>
internal static class FstFormat
{
    public const string Codec = "FST";
    public const int VersionStart = 6;
    public const int VersionCurrent = 7;

    public const byte Final = 0x01;
    public const byte Last = 0x02;
    public const byte Next = 0x04;
    public const byte Stop = 0x08;
    public const byte HasOutput = 0x10;
    public const byte HasFinalOutput = 0x20;

    /// <summary>First byte of a node for binary search: not a possible flag of an arc.</summary>
    public const byte BinarySearchNode = 0x20;

    /// <summary>First byte of a node with direct addressing: not a possible flag of an arc.</summary>
    public const byte DirectAddressingNode = 0x40;

    /// <summary>Target of an arc that ends in an accepting node without arcs.</summary>
    public const int FinalEndNode = -1;

    /// <summary>Target of an arc that ends in another node without arcs.</summary>
    public const int NonFinalEndNode = 0;
}
