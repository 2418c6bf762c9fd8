namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>How the suffix bytes of a block are stored; the numbers are those of the format.</summary>
internal enum SuffixCompression
{
    None = 0,
    LowercaseAscii = 1,
    Lz4 = 2,
}
