using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>What the blocks of one field are decoded with. Immutable and thread-safe.</summary>
/// <param name="Terms">.tim; never moved.</param>
/// <param name="TermCount">Number of terms of the field: no block has more entries.</param>
/// <param name="MaxDoc">Number of documents in the segment.</param>
/// <param name="HasFreqs">True when the field has frequencies.</param>
/// <param name="Metadata">Decoder of the postings metadata.</param>
internal sealed record DictSource(
    IndexInput Terms, long TermCount, int MaxDoc, bool HasFreqs, MetadataDecoder Metadata)
{
    /// <summary>Limit of the suffix bytes of one block, far above what any writer makes.</summary>
    public const int MaxSuffixBytes = 1 << 30;
}
