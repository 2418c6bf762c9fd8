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

    public const int VersionStart = 3;

    /// <summary>Since this version the field table has no count of extra longs.</summary>
    public const int VersionMetaLongsRemoved = 4;

    /// <summary>Since this version suffixes can be compressed and stand apart from their lengths.</summary>
    public const int VersionCompressedSuffixes = 5;

    /// <summary>Since this version the field table is in .tmd.</summary>
    public const int VersionMetaFile = 6;

    public const int VersionCurrent = VersionMetaFile;

    /// <summary>Fewest entries from which a prefix gets a block of its own.</summary>
    public const int MinItemsInBlock = 25;

    /// <summary>Entries from which a block is cut into floor blocks.</summary>
    public const int MaxItemsInBlock = 48;

    /// <summary>Flag of a block code: more floor blocks follow.</summary>
    public const int FloorFlag = 1;

    /// <summary>Flag of a block code: the first block holds terms, not only sub-blocks.</summary>
    public const int HasTermsFlag = 2;
}
