namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>Names, versions and constants of the block tree terms dictionary: the files .tim, .tip and .tmd.</summary>
/// <remarks>
/// The terms of a field form a tree of blocks: a block belongs to a prefix, its entries are terms and sub-blocks given by
/// the rest after the prefix. A block that would be too large is cut into several with the same prefix ("floor blocks"),
/// which follow one another in .tim. .tip maps each prefix that has a block to the place of its first block; .tmd lists
/// the fields with their statistics.
/// </remarks>
internal static class BlockTreeFormat
{
    public const string TermsCodec = "BlockTreeTermsDict";
    public const string IndexCodec = "BlockTreeTermsIndex";
    public const string MetaCodec = "BlockTreeTermsMeta";

    /// <summary>The only version: codec Lucene87 has never written another.</summary>
    public const int Version = 6;

    /// <summary>Fewest entries from which a prefix gets a block of its own.</summary>
    public const int MinItemsInBlock = 25;

    /// <summary>Entries from which a block is cut into floor blocks.</summary>
    public const int MaxItemsInBlock = 48;

    /// <summary>Flag of a block code: more floor blocks follow.</summary>
    public const int FloorFlag = 1;

    /// <summary>Flag of a block code: the first block holds terms, not only sub-blocks.</summary>
    public const int HasTermsFlag = 2;
}
